"""``python -m homs_wiki`` is the command ``homs-wiki``."""

from homs_wiki.cli.main import run

if __name__ == "__main__":
    run()
