"""The mailboxes that a school usually has, and the rules by which letters are answered."""

from affairs.enums import MailboxKind, Reach
from affairs.models import Mailbox
from affairs.selectors.letters import A_DAY, ADDITIONS, CLOSE_AFTER, DAYS, IN_WORKDAYS, REMIND_BEFORE
from unionoffice.roles import Role
from unionoffice.rules import RuleKind, seed_rule

LOCAL = "本校规定，可由学校修改。"
LETTERS = "本校规定，可由学校修改。《信访工作条例》（2022）要求及时答复，没有给校内信箱规定天数。"
FLOOD = "防止恶意刷信。只数当天已收到的信，不记录寄信人、地址和时刻，可由学校修改。"

MAILBOXES = (("校长信箱", Role.PRINCIPAL), ("工会意见箱", Role.CHAIR))


def seed_mailboxes() -> None:
    """Put two mailboxes in place, once, and the rules. A school that has any mailbox of its own gets nothing added.

    They take no letters until the school opens them: a mailbox that nobody has agreed to answer is worse than none.
    """
    if not Mailbox.objects.exists():
        Mailbox.objects.bulk_create(
            Mailbox(name=name, kind=MailboxKind.ONLINE, role=role, writers=Reach.STAFF) for name, role in MAILBOXES
        )
    seed_rule(DAYS, label="来信在多少天内答复", value=15, kind=RuleKind.DAYS, source=LETTERS)
    seed_rule(IN_WORKDAYS, label="来信的答复期限按工作日计算", value=False, source=LOCAL)
    seed_rule(REMIND_BEFORE, label="来信到期前几天提醒承办人", value=3, kind=RuleKind.DAYS, source=LOCAL)
    seed_rule(CLOSE_AFTER, label="答复后多少天没有新的意见即办结", value=15, kind=RuleKind.DAYS, source=LOCAL)
    seed_rule(A_DAY, label="一个信箱每天最多收多少封匿名信", value=50, unit="封", source=FLOOD)
    seed_rule(ADDITIONS, label="答复之前来信人最多补充几次", value=5, unit="次", source=FLOOD)
