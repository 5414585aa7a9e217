# The board in the organiser's pages.
live-room-tavla = Board
board-about = Tick the answers that everyone may read. They then stand in the report, under the { $unit ->
    [organisation] organisation's
   *[other] group's
} name. What you do not tick is not shown.
board-saved = Saved. The report shows what you have ticked.
board-empty = The board is shown when at least two { $unit ->
    [organisation] organisations
   *[other] groups
} have answered.
board-gap = No answer
board-personal = Never shown: the answer seems to name a person.
board-save = Save
board-all = Show everything
studio-did-boarding-decide = Decided what the board shows
