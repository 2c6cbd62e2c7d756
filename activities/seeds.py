"""The rules that activities start with. What a school has changed is left alone."""

from activities.selectors import TRIP_CAP
from unionoffice.rules import seed_rule


def seed() -> None:
    """Put the rules in place; safe to repeat."""
    seed_rule(
        TRIP_CAP,
        label="春游、秋游等参观活动每人每天费用上限（元）",
        value=200,
        source="基层工会经费收支管理办法（总工办发〔2017〕32号）关于会员春游秋游当日往返的规定，标准为各地实施细则的常见数额；"
        "请以本省现行规定为准。",
    )
