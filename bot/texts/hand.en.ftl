# The organiser's hand on themes: in the studio and on the command line.
hand-refused-theme = There is no theme “{ $about }” to change like that. Choose one in the list.
hand-refused-suggested = “{ $about }” is a suggestion. Name it first, and it becomes a theme.
hand-refused-target = There is no theme “{ $about }” to move to. Choose one in the list.
hand-refused-taken = There is a theme called “{ $about }” already. Move the answers there or merge the themes, or choose another name.
hand-refused-unchosen = Choose a theme in the list.
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
hand-did-merge = merged { $theme } into { $target }
hand-did-split = split { $theme }
hand-did-move = moved answers from { $theme } to { $target }
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

live-room-teman = Themes
hand-about = The program suggests themes, and you decide. Each decision is kept with your name and stands in every new report.
hand-inside = Here you read answers word for word: do not show this page to others.
hand-back = All themes
hand-side-keep = What is valued
hand-side-change = What should change
hand-people = { $n ->
    [one] One has said it
   *[other] { $n } have said it
}
hand-state-shown = Shown in the report
hand-state-few = Not shown: fewer than three
hand-state-suggested = Suggestion
hand-other = Other
hand-other-go = Read { $n } answers without a theme
hand-other-none = Every answer with content has a theme.
hand-other-about = These answers have no theme. Move them to one, or make a new one.
hand-unread = Nobody has read { $n } answers in other languages.
hand-unread-go = Have them translated
hand-decisions = Decisions
hand-decisions-none = Nothing has been changed yet.
hand-decisions-about = The latest is first. You can undo any of them.
hand-decision = { $who } { $what }, { $day }.
hand-undo = Undo
hand-undone-before = That decision had been undone already.
hand-told-rename = The theme has its new name.
hand-told-merge = The themes are merged.
hand-told-split = The new theme is there.
hand-told-move = The answers are moved.
hand-told-seed = The phrase is added. All answers have been compared anew.
hand-told-sentence = Your sentence is saved.
hand-told-undo = The decision is undone.
hand-answers = The answers ({ $total })
hand-same = { $n } have written this
hand-why = belongs here for: { $why }
hand-page = Page { $n } of { $total }
hand-pages = More answers
hand-page-before = Previous
hand-page-after = Next
hand-choose = Choose
hand-move = Move the marked answers
hand-move-to = To the theme
hand-move-do = Move
hand-new = A new theme
hand-new-more = If the theme is new
hand-new-label = What is it to be called?
hand-new-words = Words that belong to it, one on each line
hand-words-help = Answers with the words go there too, later answers as well. A star is any letters: park*
hand-change = Change the theme
hand-rename = New name
hand-rename-about = The name holds everywhere, both for what is valued and for what should change.
hand-rename-do = Rename
hand-adopt = Make the suggestion a theme
hand-adopt-about = When you name it, it becomes a theme that stays.
hand-merge = Merge into
hand-merge-do = Merge
hand-seed = Add a phrase
hand-seed-about = All answers are compared anew, and later answers too.
hand-seed-do = Add
hand-sentence = Write a sentence of your own
hand-sentence-about = Write no number: the program adds it. The sentence is marked as yours. It may not hold quotation marks.
hand-sentence-do = Save the sentence

hand-translate-title = Answers in other languages
hand-translate-about = These answers are in languages that the codebook does not know. A person translates them. The original is what is quoted.
hand-translate-none = No answers need translation.
hand-translate-waiting = Waiting for translation:
hand-translate-done = All answers have been translated.
hand-translate-sheet = As a spreadsheet
hand-translate-sheet-about = Fetch the file, fill in the column Translation and read it in. It holds participants’ own words: send it only to whoever is to translate, and delete it then.
hand-translate-fetch = Fetch the spreadsheet
hand-translate-file = to-translate
hand-translate-file-label = The filled-in file
hand-translate-read = Read in
hand-translate-here = Translate here
hand-translate-shown = { $n } of { $total }, those that wait first. Empty a field to take a translation back.
hand-translate-field = Translation { $n }
hand-translate-by = translated by { $who }, { $day }
hand-translate-saved = { $n ->
    [0] Nothing has changed.
    [one] One translation is saved.
   *[other] { $n } translations are saved.
}
hand-translate-left = { $n ->
    [one] One row was left out: the answer is gone, or rows were mixed up.
   *[other] { $n } rows were left out: the answers are gone, or rows were mixed up.
}
studio-did-themes-act = Changed themes
studio-did-themes-undo = Undid a decision on themes
studio-did-translations-save = Translated answers
studio-did-translations-take = Read in translations
hand-quote-by = decided by { $who }, { $day }
