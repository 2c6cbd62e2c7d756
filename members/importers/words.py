"""What rosters write beside the words that records are kept in: only what can mean one thing."""

from collections.abc import Mapping

from django.db.models import TextChoices

from members.enums import (
    ContractKind,
    Gender,
    PoliticalStatus,
    PostCategory,
    PostRank,
    ServiceStatus,
    UnionStatus,
)


def _also(words: Mapping[TextChoices, str]) -> dict[str, TextChoices]:
    return {word: member for member, several in words.items() for word in several.split()}


GENDER = _also({Gender.MALE: "男性", Gender.FEMALE: "女性"})

POLITICAL_STATUS = _also(
    {
        PoliticalStatus.PARTY_MEMBER: "党员 中共 正式党员 中共正式党员 共产党员 中国共产党党员 中共党员(正式)",
        PoliticalStatus.PROBATIONARY: "预备党员 中共预备 预备 中国共产党预备党员 党员(预备) 中共党员(预备)",
        PoliticalStatus.LEAGUE_MEMBER: "团员 共青团 中国共产主义青年团团员",
        PoliticalStatus.REVOLUTIONARY_COMMITTEE: "民革 民革会员 中国国民党革命委员会会员",
        PoliticalStatus.DEMOCRATIC_LEAGUE: "民盟 民盟会员 民盟成员 中国民主同盟盟员",
        PoliticalStatus.CONSTRUCTION: "民建 民建成员 中国民主建国会会员",
        PoliticalStatus.PROMOTING_DEMOCRACY: "民进 民进成员 中国民主促进会会员",
        PoliticalStatus.PEASANTS_AND_WORKERS: "农工党 农工 农工党员 农工民主党 农工民主党党员 中国农工民主党党员",
        PoliticalStatus.ZHI_GONG: "致公党 致公 致公党员 中国致公党党员",
        PoliticalStatus.JIU_SAN: "九三学社 九三 九三社员 九三学社成员",
        PoliticalStatus.TAIWAN_LEAGUE: "台盟 台盟成员 台湾民主自治同盟盟员",
        PoliticalStatus.NON_PARTISAN: "无党派 无党派民主人士",
        PoliticalStatus.MASSES: "普通群众 一般群众 普通公民",
    }
)

POST_CATEGORY = _also(
    {
        PostCategory.TEACHER: "教师岗 教师岗位 专任教师 任课教师 教学 教学岗 教学岗位 教学人员",
        PostCategory.MANAGEMENT: "管理岗 管理岗位 管理人员 行政管理 行政管理人员",
        PostCategory.ASSISTANT: "教辅岗 教辅岗位 教辅人员 教学辅助 教学辅助人员 教学辅助岗位",
        PostCategory.WORKER: "工勤岗 工勤岗位 工勤人员 工勤技能 工勤技能岗 工勤技能岗位 工人",
    }
)

POST_RANK = _also(
    {
        PostRank.SCHOOL: "校领导 校级领导 校级干部",
        PostRank.MIDDLE: "中层干部 中层领导 中层管理",
        PostRank.GENERAL: "一般人员 一般教职工 一般教师 普通 普通教师 普通教职工",
    }
)

CONTRACT_KIND = _also(
    {
        ContractKind.ESTABLISHED: "在编 编内 有编 有编制 在编人员 在编在岗 事业编 事业编制 正式 正式在编 正式编制",
        ContractKind.CONTRACT: "合同 合同制 合同工 劳动合同 聘用人员 聘任 外聘 校聘 自聘 编外 编外人员 人事代理",
        ContractKind.TEMPORARY: "临时工 临时人员 临聘 临聘人员 临时聘用 代课 代课教师",
    }
)

SERVICE_STATUS = _also(
    {
        ServiceStatus.IN_SERVICE: "在岗 在职在岗 在职人员 在岗在职",
        ServiceStatus.RETIRED: "已退休 退休人员 已退",
        ServiceStatus.RETIRED_CADRE: "已离休 离休干部 离休人员",
        ServiceStatus.LEFT: "已调离 调出 已调出 调走 离职 已离职 辞职 已辞职",
        ServiceStatus.DEAD: "已去世 已故 病故 亡故 死亡 离世 逝世",
    }
)

UNION_STATUS = _also(
    {
        UnionStatus.MEMBER: "是 已入会 在会 工会会员 正式会员 会员在册",
        UnionStatus.RETAINED: "保留 会籍保留 保留会员",
        UnionStatus.NON_MEMBER: "否 未入会 不是 非工会会员 未加入",
    }
)
