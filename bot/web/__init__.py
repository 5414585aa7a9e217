"""The phone pages, the organiser's pages, and nothing that decides: Starlette, Jinja2 and one style sheet."""
