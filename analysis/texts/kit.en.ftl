# Slides, workbook, page and cards. Quotation marks stand only around what participants wrote, never here.

lead-footnote = Themes count { $many }. Quotes are verbatim and approved by the organiser. Nothing is shown on fewer than { $k } { $many }.
counted = How it was counted: { $label } is mentioned by { $people } { $people ->
    [one] { $one }
   *[other] { $many }
 } in { $answers } answers, of { $n }.
notes-quotes = Approved quotes:
notes-table = The figures behind it:
notes-line = { $label }: { $told }
notes-held = { $label }: not shown
alt-chart = Chart: { $asked } { $finding } { $figures }
alt-table = Table: { $asked } { $finding }
chart-people = Number of { $many }
slide-n = { $asked } ({ $n } answers)
slide-more = More answers stand in the notes.
template-unreadable = The template cannot be read. Save it as PowerPoint (.pptx or .potx) and try again.
template-no-layout = No layout in the template has a title with room under it. Add a layout with a title only and try again.
heading-waiting = Not shown yet
