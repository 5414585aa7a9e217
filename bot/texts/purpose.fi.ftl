# draft: machine translation, to be read by a human translator
purpose-meeting = seuraavan tapaamisen parantaminen
purpose-work = jatkotyön suunnittelu
