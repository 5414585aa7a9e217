# The organiser's hand on themes: in the studio and on the command line.
hand-refused-theme = There is no theme “{ $about }” to change like that. Choose one in the list.
hand-refused-suggested = “{ $about }” is a suggestion. Name it first, and it becomes a theme.
hand-refused-target = There is no theme “{ $about }” to move to. Choose one in the list.
hand-refused-same = That is the same theme. Choose another.
hand-refused-answers = The answer is not in the list: { $about }. It may have been removed. Read the list again.
hand-refused-which = Say which answers are meant. Choose at least one, or write words if the theme is new.
hand-refused-label = Write what the theme is to be called.
hand-refused-long = That is too long. Write at most { $about } characters.
hand-refused-phrase = Write a phrase of at least two letters.
hand-refused-few = The report does not show this theme. A sentence can be written when at least three have said it.
hand-refused-marks = Remove the quotation marks. Quotes are approved by themselves, so that they are verbatim.
hand-refused-personal = That looks like personal data. Write without names, numbers and addresses.
hand-refused-empty = Write a sentence.
hand-refused-language = The codebook does not have that language. Choose one of: { $about }.
hand-refused-waits = Fewer than five have answered. { $about } more are needed before any answers are shown.

hand-did-rename = renamed { $theme }
hand-did-merge = merged { $theme } into another theme
hand-did-split = split { $theme }
hand-did-move = moved answers from { $theme }
hand-did-seed = added a phrase to { $theme }
hand-did-sentence = wrote a sentence on { $theme }
hand-by-command = the command line
hand-idle-theme = No longer applies: the theme is gone. It makes no difference to the report.
hand-idle-answers = No longer applies: the answers are gone. It makes no difference to the report.
hand-idle-count = Not shown: the sentence says how many, and the number is another now. Rewrite it.
hand-idle-few = Not shown: fewer than three have said it now.

cli-theme-shown = { $id }  { $label } ({ $people })
cli-theme-few = { $id }  { $label } ({ $people }, not shown: fewer than three)
cli-theme-suggested = { $id }  { $label } ({ $people })
cli-theme-other = other  Other ({ $n })
cli-theme-translation = { "    " }translated: { $text }
cli-theme-decision = Decision { $number }: { $who } { $what }, { $day }.
cli-theme-unknown = theme cannot “{ $act }”. Choose list, rename, merge, split, move, seed, sentence or undo.
cli-theme-undo-what = Write the number of the decision: dalalab theme CODE undo 3. The numbers are last in the list.
cli-theme-usage-rename = Write it like this: dalalab theme CODE rename THEME "New name"
cli-theme-usage-merge = Write it like this: dalalab theme CODE merge THEME INTO_THEME
cli-theme-usage-split = Write it like this: dalalab theme CODE split THEME "Name of the new one" --answer ANSWER --word WORD
cli-theme-usage-seed = Write it like this: dalalab theme CODE seed THEME "a phrase"
cli-theme-usage-sentence = Write it like this: dalalab theme CODE sentence THEME "A sentence on the theme"

studio-did-decide-theme = Changed themes with a command
studio-did-undo-theme = Undid a decision on themes with a command
studio-did-translate = Gave translations with a command

translate-came = Read: { $kept } translations. Known already: { $unchanged }. Empty: { $empty }.
translate-left-gone = Row { $row } was left out: its answer is not in the queue. It may have been changed or removed.
translate-left-mixed = Row { $row } was left out: its answer belongs to another key. Rows may have been mixed up.
translate-left-long = Row { $row } was left out: the translation is too long.
translate-state = Waiting for translation: { $waiting } answers. Translated: { $translated }.
translate-language = { "  " }{ $name }: { $n }
translate-written = Wrote { $file }. Fill in the column Translation and read the file with --in.
hand-translated = Translated by a person: { $text }
