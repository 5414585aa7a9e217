# Places: map, list, opposite wishes, four lenses, pictures.
place-cell = Cell { $number } ({ $lat } N, { $lon } E)
place-cell-at = Cell { $number }, at { $place }
place-cell-from = Cell { $number }, { $distance } { $wind } of { $place }
place-degrees = { $value }
place-point = .
place-metres = { $n } metres
place-kilometres = { $n } kilometres
place-wind-n = north
place-wind-ne = north-east
place-wind-e = east
place-wind-se = south-east
place-wind-s = south
place-wind-sw = south-west
place-wind-w = west
place-wind-nw = north-west
place-most = Most marks: { $place } ({ $share }).
place-most-hot = Most marks: { $place } ({ $share }). That is clearly more than chance gives.
place-share-open = at least { $count } of { $n }
place-hot = { $count ->
    [one] One place gathers clearly more marks than chance gives: { $places }.
   *[other] { $count } places gather clearly more marks than chance gives, among them { $places }.
 }
place-named = Most chose { $place } ({ $n }).
place-words = The places cannot be shown on a map. They are told in words.
place-hexagons = The map shows cells with six corners, { $wide } wide. Each cell has at least { $k } { $many }.
place-areas = The marks lie too far apart for cells. They are counted to the nearest named place, at most { $reach } away. Each place has at least { $k } { $many }.
place-sparse = The marks lie too far apart for a map. Each place needs at least { $k } { $many }.
place-few = Fewer than { $k } { $many } have set a mark on the map. So no marks are shown.
place-outside = { $n } marks lie outside Sweden. They are not on the map.
place-hot-how = Clearly more means: more than twice as many as if the marks were spread evenly over the cells that have any mark. The reason may be that many people pass there.
place-hot-none = No cell has so many marks that chance is ruled out.
place-conflicts-later = Opposite wishes for the same place are counted when the questions have closed.
place-conflict = { $place }: { $keep } want to keep, { $develop } want to change.
place-conflict-words = { $place }: both keep and change are among the answers. Numbers are not shown, since they would point out a few.
heading-places = The places
heading-conflicts = Same place, opposite wishes
place-no-conflicts = No place has opposite wishes from enough people.
place-table = Place
place-table-marks = Marks
place-table-keep = Keep
place-table-develop = Change
place-map-about = The map and the list under it say the same.
place-legend = Marks in the cell
place-north = N
sheet-places = Places
sheet-board = Lenses
place-number = no. { $n }
place-by-name = { $place } (chosen by name)
place-elsewhere = Other places on the map
place-legend-hot = clearly more than chance
place-legend-split = opposite wishes
place-conflict-how = These are the answers to what should happen to the place. Numbers are shown only when at least { $k } stand on each side.
heading-board = The place through four lenses
lens-lens = Lens
lens-lens-about = What the place shows
lens-method = Method
lens-method-about = What the place can gather
lens-material = Material
lens-material-about = What can be tried
lens-power = Power
lens-power-about = Who gains, who is limited, who is not heard
lens-counted = { $label }: { $n }
lens-counted-inside = { $label } ({ $n })
lens-themes = Themes: { $listed }
lens-words = Words: { $listed }
lens-answers = { $n } answers
lens-how = Numbers of { $many } stand in brackets. Themes have at least three { $many }, words at least two. Quotes are approved.
heading-photos = Pictures of the place
photos-how = Taken by participants. Somebody has looked at each one and approved it.
photo-alt = Picture { $number } of { $count } from the participants
place-none = The survey asks for no place.
place-conflict-unsaid = Opinions differ at: { $places }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
 } Numbers are not shown there, since they would point out a few.
place-shown = { $rest ->
    [0] They hold all { $pins } marks.
   *[other] They hold { $shown } of { $pins } marks. The other { $rest } lie in places that are not shown.
 }
place-steps = At least four marks of five lie there. While answers come in, each place is counted in steps of { $k }, so that nobody can work out who set a mark. When the questions have closed the whole numbers are shown.
place-at-least = at least { $n }
places-on-map = { $n } have pointed out a place, { $marks } of them on the map.
