# What votes on statements say. The letters A, B … are groups.
opinion-head = { $people ->
    [one] { $people } participant
   *[other] { $people } participants
} and { $statements } statements.
opinion-agreed = Statement { $id }: consensus. { $share } who took a stand agree. { $passed } passed.
opinion-refused = Statement { $id }: consensus. { $share } who took a stand disagree. { $passed } passed.
opinion-divided = Statement { $id }: divided. { $share } who took a stand agree. { $passed } passed.
opinion-hesitant = Many passed.
opinion-uncertain = Statement { $id }: uncertain, many passed. { $passed } of { $seen } passed.
opinion-none = Statement { $id }: no clear result. { $share } who took a stand agree. { $passed } passed.
opinion-too-few = Statement { $id }: too few answers.
opinion-rest = No clear result: { $none }. Uncertain: { $uncertain }. Too few answers: { $few }.
opinion-corrected = Consensus is said only when chance is a poor explanation, counted over all statements together.
opinion-groups = The votes show { $k } groups: { $sizes }. The division is { $stable ->
    [very] stable
   *[fairly] fairly stable
}.
opinion-groups-given = The groups are given: { $sizes }.
opinion-groups-untested = The way Polis counts gives { $k } groups: { $sizes }. They are not tested against chance.
opinion-size = { $name } ({ $n })
opinion-tells = Group { $name } stands out on statement { $id }. There { $share } { $side ->
    [for] agree
   *[against] disagree
}, against { $rest } of the others.
opinion-tells-plain = Group { $name } stands out on statement { $id }. There most { $side ->
    [for] agree
   *[against] disagree
}, more often than the others.
opinion-bridges = Brings the groups together most: statement { $id }. Agreeing: { $shares }.
opinion-bridges-plain = Brings the groups together most: statement { $id }. Most in every group agree.
opinion-in-group = { $name } { $share }
opinion-no-groups-too-few = No clear groups can be shown. { $voters } have voted on enough statements. At least { $least } are needed.
opinion-no-groups-chance = No clear groups. Shuffled votes give groups as clear. More votes are needed, or clearer differences.
opinion-no-groups-untested = No groups are shown, since they are not tested against chance. At least { $least } shuffles are needed.
opinion-no-groups-unstable = No clear groups. The division changes when every tenth person is left out. More votes from each person are needed.
opinion-absence = That does not mean that everybody thinks alike. It means that the votes are not enough to see groups.
