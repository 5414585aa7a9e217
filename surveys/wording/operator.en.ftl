# What whoever runs the server, or writes a command, is told when something does not work.
file-unreadable = { $path } cannot be read: { $why ->
    [missing] there is no such file
    [rights] permission denied
    [folder] it is a folder
    [encoding] it is not saved as UTF-8
   *[other] { $told }
}.
file-unwritable = { $path } cannot be written: { $why ->
    [missing] there is no such folder
    [rights] permission denied
    [folder] it is a folder
   *[other] { $told }
}.
store-address = The database address cannot be read. Write sqlite:///path/to/file.sqlite or postgresql://user@host/name
store-kind = Databases of the kind { $kind } are not supported: SQLite or PostgreSQL.
store-needs-file = SQLite needs a file. Write sqlite:///path/to/file.sqlite
store-none = There is no database at { $path }. Start dalalab run once to make it.
store-older = The database has an older schema. Start dalalab run once to upgrade it.
store-newer = The database was made by a newer Dalalab. Upgrade this program or use another database.
store-foreign = The database holds tables that are not Dalalab's. Use another one.
store-upgrade-undone = The upgrade was undone: it would break references in { $tables }.
store-held = Process { $holder } is using the database { $path }. Stop it first, or choose another database with --database.
store-no-lock = Nothing can be written beside the database ({ $path }). Give this account the right to write in the folder, or choose another database.
store-no-write = The database { $path } cannot be written. Give this account the right to write there, or choose another place with --database.
store-unreachable = { $place } cannot be reached. Is the server running, and is the address right?
store-copy-none = There is no copy at { $path }. Nothing has changed. Check the name of the file.
store-copy-exists = { $path } exists already. Choose another name: a backup replaces nothing.
store-copy-unwritten = The copy { $path } could not be written: { $why }.
store-copy-misplaced = The copy could not be put in place: { $why }.
store-code-taken = The code { $code } is taken. Choose another one.
store-not-ours = { $place } is no Dalalab database. Choose another file.
store-unopened = { $place } cannot be opened. Is it a folder, or is its folder gone or closed?
store-readonly = There is no right to write to { $place }. Give this account that right.
store-damaged = { $place } is damaged. Put the latest backup in its place: dalalab db restore COPY
store-disk = { $place } cannot be written: the disk is full or failing.
store-locked = { $place } is locked by another program. Close it and try again.
store-unusable = { $place } cannot be used: { $said }
store-no-decision = There is no decision number { $number }: nothing was undone.
