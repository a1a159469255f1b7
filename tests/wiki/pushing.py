"""What a push in the tests is made of, here and in the processes that they start."""

import random

from homs_wiki.wiki.credentials import BotPassword
from homs_wiki.wiki.local import LocalWiki
from homs_wiki.wiki.patience import Patience
from homs_wiki.wiki.push import Commit
from homs_wiki.wiki.pywikibot_site import PywikibotSite
from homs_wiki.wiki.sites import Site

API = "https://one.example/api.php"  # in the journal: the proxy's port is another each time
TIMEOUT = 1.0
LATE = 0.2
# Longer than any request of the proxy's can be late.
PATIENT = Patience(tries=30, pause=0.02, longest=0.5, settle=LATE + 0.3)


def commits(count: int, seed: int) -> list[Commit]:
    """Return commits of one page: lines change, and every fourth commit undoes the one before."""
    lots = random.Random(seed)  # noqa: S311 - no secret
    lines = [f"سطر {number}: حمص شام کا ایک شہر ہے۔" for number in range(12)]
    texts = ["\n\n".join(lines)]
    while len(texts) < count:
        if len(texts) % 4 == 3:
            lines = texts[-2].split("\n\n")
        else:
            lines[lots.randrange(12)] = f"سطر: ترمیم {len(texts)} (می\u200cخواهم)"
        texts.append("\n\n".join(lines))
    return [
        Commit(f"{seed:04x}{number:08x}".ljust(40, "0"), f"ترمیم {number}", text)
        for number, text in enumerate(texts)
    ]


def site_at(port: int, wiki: LocalWiki, timeout: float = TIMEOUT) -> PywikibotSite:
    bot = wiki.accounts.bot
    secret = BotPassword(bot.user, bot.app or "", bot.secret or "")
    api = f"http://127.0.0.1:{port}/api.php"
    site = Site("test", api, user=bot.user, bot=bot.app, profile="ur.wikipedia")
    return PywikibotSite(site, secret, timeout, PATIENT)
