"""What `diff` and `merge` are given: files, folders, standard input, revisions of git.

`arguments` says what an argument is, `pairs` which pages are compared with which, `versions` what
one side of a comparison is, `reading` reads it; `git` is the only module that calls git.
"""
