"""The processes of `bench/web.py`: our server, a bare one, phones that answer, and people who look at the wall."""
