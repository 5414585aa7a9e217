# Themes that nobody wrote down, and the theme step by itself.
theme-suggested = Suggestion: { $words }
theme-mixed = Suggestion: mixed
stability-stable = stable
stability-unsure = unsure
stability-only = only a suggestion
suggest-too-few = No new themes are suggested. At least { $least } answers without a theme are needed.
suggest-noise = No new themes are suggested. The answers are no more alike than chance makes them.
theme-unsure = { $label } ({ $count }, { $stability })

# The organiser's own sentence on a theme. The count is always the program's.
theme-edited = { $text } ({ $count }; the organiser’s sentence)
hand-why = the organiser
hand-everywhere = every theme
hand-other = Other
method-hand = The organiser has changed the themes { $n ->
    [one] once
   *[other] { $n } times
}: renamed, merged, split, moved answers, added phrases or rewritten sentences.
quote-translated = Translated by a person: { $text }

# The translation queue: the sheet that goes out and comes in again.
translate-sheet = To translate
translate-column-key = Key
translate-column-question = Question
translate-column-language = Language
translate-column-answer = Answer
translate-column-translation = Translation
translate-about-sheet = Read first
translate-about = Write each translation in the column Translation and save the file. Do not change Key and Answer. These are participants’ own words: send the file only to whoever is to translate, and delete it when you are done.

# What does not work, on the command line.
codebook-toml = { $file } is not valid TOML, line { $line }.
codebook-key = { $file }: “{ $where }” cannot be used. A codebook has [[theme]] with id, label and seeds.
embed-missing = The backend embed is not installed. Install it with: pip install 'dalalab[embed]'
embed-unusable = The backend embed does not run on this machine (it needs x86-64 with AVX2). Use --backend lex.
