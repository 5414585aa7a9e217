# Themes that nobody wrote down, and the theme step by itself.
theme-suggested = Suggestion: { $words }
theme-mixed = Suggestion: mixed
stability-stable = stable
stability-unsure = unsure
stability-only = only a suggestion
suggest-too-few = No new themes are suggested. At least { $least } answers without a theme are needed.
suggest-noise = No new themes are suggested. The answers are no more alike than chance makes them.
theme-unsure = { $label } ({ $count }, { $stability })
