"""What the demo school's delegates ask for. All is invented."""

from dataclasses import dataclass

from congress.enums import Category, Grade, ProposalStatus, Result


@dataclass(frozen=True)
class Told:
    """One proposal: what it says, how many days ago it was filed, who answers it how, and how far it has come."""

    days: int
    until: ProposalStatus
    category: Category
    title: str
    reason: str
    measures: str
    lead: str = "总务处"
    assisting: str = ""
    result: Result = Result.SOLVED
    answer: str = ""
    grade: Grade = Grade.SATISFIED
    by_teacher: bool = False
    """Drafted by somebody who is no delegate."""
    show_name: bool = True


AFFAIRS, TEACHING = "校长办公室", "教务处"
REASON_TO_TURN = "所提属于日常管理，请教务处在工作中采纳，不再单独立案。"
REASON_TO_REFUSE = "补贴标准由上级统一规定，不属于学校和教代会的职权范围，已向上级工会反映。"

YEAR: tuple[Told, ...] = (
    Told(
        72,
        ProposalStatus.CLOSED,
        Category.WELFARE,
        "关于改善教工食堂早餐供应的提案",
        "早读教师7点前到校，食堂7点10分才开餐，品种少，常常来不及吃早餐。",
        "一、开餐时间提前到6点40分。二、增加粗粮和现煮面食。三、每月公布一次菜价和满意度。",
        answer="从本月起早餐6点40分开餐，增加杂粮粥、现煮面两个窗口；菜价和满意度每月在公开栏公布。",
    ),
    Told(
        71,
        ProposalStatus.FOLLOWED,
        Category.STAFF,
        "关于完善职称评聘量化评分细则的提案",
        "现行细则中教学实绩占比偏低，班主任年限和支教经历的计分办法不够清楚。",
        "一、提高教学实绩占比。二、明确班主任、支教经历的计分。三、评分结果公示不少于5个工作日。",
        lead=AFFAIRS,
        result=Result.SOLVING,
        answer="已成立修订小组，吸收教师代表6人参加，修订稿年底前征求全体教职工意见，提交下次教代会审议。",
        grade=Grade.MOSTLY,
    ),
    Told(
        70,
        ProposalStatus.FOLLOWED,
        Category.WELFARE,
        "关于开设教职工子女放学后托管的提案",
        "小学下午3点半放学，青年教师正在上课，孩子无人照看，影响工作安心。",
        "利用图书馆一层空教室，工作日下午4点到6点由工会组织看护，家长自愿报名。",
        assisting=TEACHING,
        result=Result.PLANNED,
        answer="场地和消防条件正在落实，计划下学期开学起试行，先接收20名孩子，安排退休教师志愿看护。",
        by_teacher=True,
    ),
    Told(
        69,
        ProposalStatus.HANDLING,
        Category.LOGISTICS,
        "关于更换教学楼老旧空调的提案",
        "南教学楼三、四层12间教室空调使用超过十年，制冷差、噪声大，夏季室温常在30度以上。",
        "分两年更换，先换毕业年级教室；更换前请厂家全面检修一次。",
        result=Result.NOTED,
        answer="设备更新需列入财政预算，今年暂无经费，建议留作参考。",
        grade=Grade.UNSATISFIED,
    ),
    Told(
        68,
        ProposalStatus.SIGNED,
        Category.PAY,
        "关于调整班主任津贴的提案",
        "班主任津贴多年未调整，工作时间长、责任重，担任班主任的意愿下降。",
        "在绩效总量内适当提高班主任津贴，并按班额和年级难度分档。",
        lead=AFFAIRS,
        result=Result.PLANNED,
        answer="已列入下年度绩效工资方案修订内容，方案经教代会讨论通过后执行。",
        show_name=False,
    ),
    Told(
        67,
        ProposalStatus.ANSWERED,
        Category.TEACHING,
        "关于增加年级组打印设备的提案",
        "每个年级只有一台打印机，考前排队时间长，影响备课。",
        "每个年级增加一台高速打印机，耗材由教务处统一管理。",
        lead=TEACHING,
        assisting="总务处",
        result=Result.SOLVING,
        answer="已报采购计划，三个年级各增加一台，预计下月到货；耗材由教务处登记领用。",
    ),
    Told(
        66,
        ProposalStatus.HANDLING,
        Category.MANAGEMENT,
        "关于疏导上下学时段校门口交通的提案",
        "早晚高峰家长车辆占道停放，教职工车辆和学生混行，存在安全隐患。",
        "一、错峰放学。二、设置即停即走区。三、请交警和社区共同值守。",
        lead=TEACHING,
    ),
    Told(
        65,
        ProposalStatus.ASSIGNED,
        Category.WELFARE,
        "关于教职工体检增加颈椎和甲状腺项目的提案",
        "教师长期伏案，颈椎和甲状腺问题多发，现有体检套餐没有相关项目。",
        "在不增加个人负担的前提下，增加颈椎片和甲状腺彩超，两年轮换一次。",
        assisting=TEACHING,
    ),
    Told(
        64,
        ProposalStatus.ACCEPTED,
        Category.LOGISTICS,
        "关于建设电动自行车充电棚的提案",
        "骑电动车上班的教职工有40多人，校内没有集中充电处，私拉电线不安全。",
        "在西门内侧建充电棚，配灭火器材和计费插座。",
    ),
    Told(
        63,
        ProposalStatus.MERGED,
        Category.LOGISTICS,
        "关于定期清洗教室空调滤网的提案",
        "空调滤网多年未清洗，开机有异味，学生和教师都有不适。",
        "每学期开学前集中清洗一次，并在教室门口张贴清洗日期。",
    ),
    Told(
        62,
        ProposalStatus.TURNED,
        Category.MANAGEMENT,
        "关于减少重复填报表格的提案",
        "同一项数据要向多个部门分别填报，占用备课时间。",
        "由教务处统一收集，各部门共用。",
    ),
    Told(
        61,
        ProposalStatus.REFUSED,
        Category.PAY,
        "关于提高交通补贴标准的提案",
        "住城区东部的教职工通勤远，现行交通补贴不足以支付费用。",
        "按通勤距离分档发放，最高每月300元。",
    ),
    Told(
        60,
        ProposalStatus.WITHDRAWN,
        Category.LOGISTICS,
        "关于重新划分校内停车位的提案",
        "部分车位被长期占用，外来车辆管理不严。",
        "登记车牌，按部门分区。",
    ),
    Told(
        3,
        ProposalStatus.FILED,
        Category.TEACHING,
        "关于延长图书馆教师阅览室开放时间的提案",
        "教师阅览室下午5点关门，教师下课后无法使用。",
        "工作日延长到晚上8点，由值班教师和图书馆轮流看管。",
        lead="图书馆",
    ),
    Told(
        4,
        ProposalStatus.FILED,
        Category.WELFARE,
        "关于更换图书馆老旧空调的提案",
        "图书馆二层空调噪声大，夏季室温高，师生反映多次。",
        "暑假前更换二层的4台空调，其余的检修。",
    ),
    Told(
        3,
        ProposalStatus.FILED,
        Category.LOGISTICS,
        "关于教师阅览室周末开放的提案",
        "周末教师到校备课，阅览室不开放，查资料不方便。",
        "周六上午开放半天，由教师志愿者轮流值守。",
    ),
    Told(
        2,
        ProposalStatus.SECONDING,
        Category.WELFARE,
        "关于改善青年教师周转房条件的提案",
        "周转房热水供应不稳定，公共厨房设施陈旧。",
        "更换热水器，维修厨房灶具，公布报修电话和处理时限。",
    ),
    Told(
        1,
        ProposalStatus.OFFERED,
        Category.LOGISTICS,
        "关于为教师配备教室储物柜的提案",
        "跨楼层上课的教师没有地方存放教具和作业本。",
        "每层楼设一组储物柜，按需登记使用。",
        by_teacher=True,
    ),
    Told(
        0,
        ProposalStatus.DRAFT,
        Category.OTHER,
        "关于组织教师读书交流的提案",
        "教师读书多为个人活动，缺少交流。",
        "每学期组织两次读书交流会，由各教研组轮流承办。",
        by_teacher=True,
    ),
)
