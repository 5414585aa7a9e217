edition-open = The survey is open. The report rests on the answers that had come when it last could change. New answers are in it when at least { $k } more people have answered.
edition-open-series = At least one survey of the series is open. It rests on the answers that had come when the report last could change. New answers are in it when at least { $k } more people have answered.
edition-late =
    { $n ->
        [one] One answer came after the last report or picture and is not in tables and themes.
       *[other] { $n } answers came after the last report or picture and are not in tables and themes.
    } Fewer than { $k } cannot be shown without pointing somebody out.
edition-kept =
    { $n ->
        [one] One question stands as in an earlier report or picture.
       *[other] { $n } questions stand as in an earlier report or picture.
    } Since then fewer than { $k } people have answered or changed them.
edition-erased = Somebody has removed their answers after an earlier report or picture. Therefore not all themes are shown. The difference would say what that person wrote. Themes come back when at least { $k } more people have answered.
method-held-since = { $n ->
    [one] One part of the report is not shown. The difference from an earlier report or picture could point somebody out.
   *[other] { $n } parts of the report are not shown. The difference from an earlier report or picture could point somebody out.
 }
too-few = Not shown: fewer than { $k } answers.
all-too-few = Nothing is shown: fewer than { $k } { $many } answered before the survey closed.
all-purged = Nothing is shown: the answers have been disposed of by decision. Only the number is kept.
erased = Not shown: somebody has removed their answer.
edition-erased-closed = Somebody has removed their answers after an earlier report or picture. Therefore not all themes are shown. The difference would say what that person wrote.
