"""The catalogue, what became of it, the channels, the paper copies and the checks."""

from tests.affairs.catalogue import ChannelFactory, CheckFactory, EditionFactory, IssueFactory, PostingFactory
from tests.affairs.factories import PostedFactory, item

TABLE = """
                                    ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
affairs:item-list                   o  o  x  x  x  x  x  x  x  o  o  x  x  o  x  x  x  x  s
affairs:item-detail                 o  o  x  x  x  x  x  x  x  o  o  x  x  o  x  x  x  x  s
affairs:item-add                    x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:item-mend                   x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:catalogue-paper             o  o  x  x  x  x  x  x  x  o  o  x  x  o  x  x  x  x  s
affairs:catalogue-paper/unknown     -  -  x  x  x  x  x  x  x  -  -  x  x  -  x  x  x  x  s
affairs:edition-list                o  o  x  x  x  x  x  x  x  o  o  x  x  o  x  x  x  x  s
affairs:edition-issue               x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:edition-detail              o  o  x  x  x  x  x  x  x  o  o  x  x  o  x  x  x  x  s
affairs:edition-paper               o  o  x  x  x  x  x  x  x  o  o  x  x  o  x  x  x  x  s
affairs:coverage                    o  o  x  x  x  x  x  x  x  o  o  x  x  o  x  x  x  x  s
affairs:channel-list                o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:channel-detail              o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:channel-add                 x  o  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  s
affairs:channel-mend                x  o  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  s
affairs:channel-renew               x  o  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  s
affairs:posting-list                o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:posting-detail              o  o  -  -  -  -  -  -  -  o  o  -  -  -  -  -  -  -  s
affairs:posting-take-down           x  o  -  -  -  -  -  -  -  o  x  -  -  -  -  -  -  -  s
affairs:posting-add                 x  o  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  s
affairs:check-list                  o  o  x  x  o  x  x  x  x  o  o  x  x  x  x  x  x  x  s
affairs:issue-list                  o  o  x  x  o  x  x  x  x  o  o  x  x  x  x  x  x  x  s
affairs:check-add                   o  o  x  x  o  x  x  x  x  o  x  x  x  x  x  x  x  x  s
affairs:check-detail                o  o  -  -  o  -  -  -  -  o  o  -  -  -  -  -  -  -  s
affairs:check-paper                 o  o  -  -  o  -  -  -  -  o  o  -  -  -  -  -  -  -  s
affairs:check-mend                  o  o  x  x  o  x  x  x  x  o  x  x  x  x  x  x  x  x  s
affairs:issue-add                   o  o  -  -  o  -  -  -  -  o  x  -  -  -  -  -  -  -  s
affairs:issue-finish                o  o  -  -  o  -  -  -  -  o  x  -  -  -  -  -  -  -  s
"""

RECORDS = {
    "affairs:item-detail": lambda: {"pk": item().pk},
    "affairs:item-mend": lambda: {"pk": item().pk},
    "affairs:catalogue-paper": lambda: {"file_format": "pdf"},
    "affairs:catalogue-paper/unknown": lambda: {"file_format": "exe"},
    "affairs:edition-detail": lambda: {"pk": EditionFactory().pk},
    "affairs:edition-paper": lambda: {"pk": EditionFactory().pk, "file_format": "docx"},
    "affairs:channel-detail": lambda: {"pk": ChannelFactory().pk},
    "affairs:channel-mend": lambda: {"pk": ChannelFactory().pk},
    "affairs:channel-renew": lambda: {"pk": ChannelFactory().pk},
    "affairs:posting-detail": lambda: {"pk": PostingFactory().pk},
    "affairs:posting-take-down": lambda: {"pk": PostingFactory().pk},
    "affairs:posting-add": lambda: {"pk": PostedFactory().pk},
    "affairs:check-detail": lambda: {"pk": CheckFactory().pk},
    "affairs:check-paper": lambda: {"pk": CheckFactory().pk},
    "affairs:check-mend": lambda: {"pk": CheckFactory().pk},
    "affairs:issue-add": lambda: {"pk": CheckFactory().pk},
    "affairs:issue-finish": lambda: {"pk": IssueFactory().pk},
}
