# The report's statements and groups. Quotation marks are set by the program, never here.
heading-statements = What do participants agree on?
voting-agree = Agree
voting-disagree = Disagree
voting-pass = Passed
voting-share = Agree, of those who took a stand
voting-share-interval = Agree (95 % interval)
voting-interval = { $share }; { $range }
voting-range = { $low }–{ $high } %
voting-whiskers = Agree, among those who took a stand: 95 % interval
voting-none-decided = Nobody took a stand
voting-statement = Statement
voting-answers = Answers
voting-from-participant = { $text } – from a participant
voting-origin-organiser = the organiser
voting-origin-participant = a participant
voting-asked = Statements to take a stand on
voting-about-consensus = Consensus
voting-about-divided = Divided
voting-about-uncertain = Uncertain
voting-about-none = No clear result
voting-about-too-few = Too few answers
voting-held = too few answers
voting-finding-consensus = Consensus on { $n } of { $of } statements. Clearest: { $text } { $side ->
    [for] Agree: { $share }.
   *[against] Disagree: { $share }.
}
voting-finding-divided = Divided opinions on { $n } of { $of } statements. Most even: { $text } Agree: { $share }.
voting-finding-uncertain = Many passed on { $n } of { $of } statements. Most on: { $text } Passed: { $passed } of { $seen }.
voting-finding-none = { $n } of { $of } statements have no clear result.
voting-finding-too-few = { $n } of { $of } statements have too few answers to be shown.
voting-said-consensus = { $text } { $side ->
    [for] Agree: { $share }.
   *[against] Disagree: { $share }.
}
voting-said-divided = { $text } Agree: { $share }.
voting-counted = Passed: { $passed } of { $seen }. From { $origin }.
voting-lead-consensus-none = No statement has a consensus clearer than chance.
voting-lead-divided-none = No statement clearly divides the { $many } into two sides.
voting-limits-consensus = Consensus: chance is a poor explanation, counted over all statements together (at most { $rate } % wrong). At least { $share } % of those who took a stand are on one side, and so in each group shown.
voting-limits-divided = Divided: the smaller side is surely at least { $smaller } % of those who took a stand.
voting-limits-uncertain = Uncertain: at least { $passed } % passed, and more than on most other statements.
voting-limits-none = None of the others. That is not the same as divided opinions.
voting-limits-too-few = Too few answers: fewer than { $k } have answered.
voting-limits-groups = Groups are looked for among at least { $least } people. They are shown when at most one shuffle in { $often } of the votes gives groups as clear, of { $shuffles }. They must also come out the same when every tenth person is left out. Each group has at least { $k } people and at least a tenth of all.
voting-limits-wilson = Shares are of those who took a stand. { $drawn ->
    [yes] The range after one is Wilson’s interval of 95 % and is drawn under the bar. It is no margin of error for you who took part, but says something of others like you. Where everybody has answered the count is a fact, and no range is shown.
   *[no] { $why ->
        [nobody] {""}
        [everybody] Everybody has answered. Then the count is a fact, and no range is shown.
       *[selfselected] No range is shown, since those who answered chose to take part themselves. A range would be read as a margin of error for everybody else.
    }
}
voting-hesitant = Many passed on: { $texts }
voting-open-link = The link is open. One person may have answered several times.
voting-several = The picture shows { $shown } of { $n }. All are in the table of statements.
voting-all = All { $n } statements
voting-groups-asked = Are there groups that think differently?
voting-groups-open = Groups are shown only when the survey has closed.
voting-groups-needed-too-few = At least { $least } people must have answered at least { $votes } statements each. So far they are { $voters }.
voting-groups-needed-too-few-hidden = At least { $least } people must have answered at least { $votes } statements each.
voting-groups-needed-chance = Shuffled votes give groups as clear. More answers are needed, or statements that divide more clearly.
voting-groups-needed-unstable = The division changes when every tenth person is left out. More answers from each person are needed.
voting-groups-none = No clear groups can be shown
voting-groups-finding = The votes show { $k } groups that think differently: { $sizes }
voting-groups-stable = The division is { $stable ->
    [very] stable
   *[fairly] fairly stable
}: it stays much the same when every tenth person is left out.
voting-groups-beat = Shuffled votes seldom give groups as clear ({ $share } % of the time).
voting-groups-counts = The groups are made of these very votes. So differences are shown as counts, without a probability.
voting-group-size = { $name } ({ $n })
voting-group-row = Group { $name }: { $text }
voting-group-rest = Others: { $text }
voting-group-asked = What sets group { $name } apart
voting-group-finding = Group { $name } ({ $n } people) { $side ->
    [for] agrees with
   *[against] disagrees with
} { $text } { $share } against { $rest } of the others.
voting-group-finding-plain = Group { $name } ({ $n } people) { $side ->
    [for] agrees more often with
   *[against] agrees less often with
} { $text }
voting-group-nothing = Group { $name } ({ $n } people) has no statement that clearly sets it apart.
voting-group-plain = The figures are not shown: a group is too small there, or answers with one voice.
voting-bridges-asked = What unites the groups
voting-bridges-finding = The groups meet in { $n ->
    [one] one statement
   *[other] { $n } statements
}. Most of all: { $text }
voting-bridges-none = No statement clearly unites all groups.
sheet-statements = Statements
sheet-opinion_groups = Opinion groups
polis-about = The statements in the layout that Polis writes. The file holds counts, never a row for a person. Empty cells have fewer than five answers.
population-columns = The file about the population needs the columns question, option, and count or share. It has at least one row and at most { $most }.
population-row = Row { $row } of the file about the population cannot be read. Write question, option and a number, and each option once.
population-question = The question { $question } in the file about the population is not here, or takes several answers. Write its id or its text.
population-option = The option { $option } in the file about the population is not one of the question { $question }. Write its id or its text, and numbers above zero.
population-survey = The file about the population is for one survey, not a series.
population-asked = Who has answered? { $question }
population-expected = If answers were as the population
population-share = In the population
population-group = { $label } ({ $count } of { $n } answers, against { $share } % of the population)
population-missing = { $question } We hear too few: { $groups }.
population-none = { $question } No group is surely missing among { $n } answers. With few answers only large differences show.
population-note = A group is said to be missing when so few answers would be rare if all answered as often (at most 5 % wrong). Those who did not answer the question do not count.
