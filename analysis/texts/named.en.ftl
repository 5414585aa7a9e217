# The board of answers under a group's or an organisation's name.
heading-named = { $unit ->
    [organisation] What each organisation answered
   *[other] What each group answered
}
named-how = The answers stand under the name that the { $unit ->
    [organisation] organisation
   *[other] group
} wrote itself. Their own words are shown when the organiser has read and approved them.
named-prompt = Question
named-gap = No answer
named-waiting = Waits for somebody to read it
named-hidden = Not shown
named-gaps = Gaps
named-gaps-of = { $name }: { $n } of { $total } questions without an answer
sheet-named = Named answers
method-by-name = The answers were given by name. The names stand on the board only, never in tables, themes or quotes.
