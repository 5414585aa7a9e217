# The report on a file somebody brought: what the file cannot say.
brought-rate = The file does not say how many were asked. So it cannot be worked out how large a share answered.
brought-people = Each row is counted as a person. The file does not show whether somebody answered more than once.
brought-partial = { $n } of { $answered } began but did not send in their answers. What they had answered is included.
brought-silent = { $n ->
    [one] One row in the file has no answers and is not counted.
   *[other] { $n } rows in the file have no answers and are not counted.
}
brought-blank = An empty cell is no answer. The file does not show whether the person skipped the question or never got it.
brought-options = Options that nobody chose cannot be seen.
brought-written = Answers that somebody wrote beside the options are counted as “{ $label }”. Nobody has approved them as quotes.
brought-personal = These columns may tell who answered, and are not used: { $columns }.
brought-no-texts = The file has no free text. So there are no themes.
brought-book-evaluation = Themes were looked for with the codebook for evaluations of meetings. If the questions are about something else, read the answers before you use the themes.
brought-book-place = Themes were looked for with the codebook for dialogues about a place. If the questions are about something else, read the answers before you use the themes.
brought-book-none = None of the codebooks recognises half of the answers: they are about something else than meetings and places. The themes are therefore only suggestions from the answers themselves. A codebook of your own gives firmer themes.
brought-book-none-found = None of the codebooks recognises half of the answers: they are about something else than meetings and places. In the answers themselves no themes are clearer than chance. A codebook of your own may find them.
brought-too-few = Nothing is shown: the file holds answers of fewer than { $k } people.
brought-notice = The answers come from the file { $file }. It does not say who is responsible for the data or how long they may be kept.
brought-title = Answers from a file
brought-notice-unnamed = The answers come from a file. It does not say who is responsible for the data or how long they may be kept.
brought-dated = The answers came between { $first } and { $last }.
brought-undated = The file does not say when the answers came.
brought-day = The answers came on { $date }.
brought-quotes = No quotes are shown, since nobody has approved them. Whoever has the file sees them with dalalab themes.
