"""XLSForm, the spreadsheet form that many tools share: read into our questionnaires, and written from them."""
