# The command doctor.
doctor-missing = There is no database yet. It is made the first time: dalalab run
doctor-key-environment = The key comes from DALALAB_SECRET_KEY.
doctor-key-missing = There is no secret.key yet. It is made at the first start. If there are answers already: put the key back.
doctor-rights = Other accounts can read or change { $path }. Take that right away: chmod 600
doctor-rights-ok = Only this account has access to the file.
doctor-differs = { $n } things do not agree. See which: dalalab db verify
doctor-database-ok = What is stored agrees with itself.
doctor-disk-full = The disk has too little room: closing a survey writes the whole database anew. Free twice its size.
doctor-disk-ok = There is room on the disk.
