"""Input about people, accounts, audiences and attendance."""

from members.forms.accounts import (
    BlockAccountForm,
    DestroyFirstPasswordsForm,
    GrantRoleForm,
    OpenAccountForm,
    OpenAccountsForm,
    PasswordForm,
    ResetPasswordForm,
    RevokeRoleForm,
    UnblockAccountForm,
)
from members.forms.audiences import AudienceForm, DeleteAudienceForm
from members.forms.calendar_keys import CalendarKeyForm, EndCalendarKeyForm
from members.forms.changes import OTHER_UNION, ChangeStatusForm, CorrectChangeForm, WithdrawChangeForm
from members.forms.committees import (
    AppointForm,
    CommitteeForm,
    EndOfficeForm,
    MoveTermEndForm,
    OpenTermForm,
    UpdateTermForm,
)
from members.forms.corrections import (
    CORRECTABLE,
    AcceptCorrectionForm,
    AskForCorrectionForm,
    DeclineCorrectionForm,
)
from members.forms.fields import MemberChoiceField, UnitChoiceField, UnitLabels, UnitsChoiceField
from members.forms.gatherings import (
    AddAttendanceForm,
    CheckInByCodeForm,
    CheckInForm,
    CloseGatheringForm,
    MarkAttendanceForm,
    ReopenGatheringForm,
)
from members.forms.handovers import HandOverOfficeForm, HandOverRoleForm
from members.forms.joining import (
    ApplyToJoinForm,
    ApproveApplicationForm,
    RefuseApplicationForm,
    WithdrawApplicationForm,
)
from members.forms.merges import FindDistinctForm, MergeMembersForm
from members.forms.organisation import (
    CloseUnitForm,
    DepartmentForm,
    EmptyUnitForm,
    EndLeadingForm,
    NameLeaderForm,
    ReopenUnitForm,
    UnionGroupForm,
)
from members.forms.people import MemberForm, RegisterMemberForm, UpdateMemberForm
from members.forms.personal import ChildForm, PortraitForm, RemoveChildForm, RemovePortraitForm
from members.forms.places import (
    AddTagForm,
    EndPlaceForm,
    MoveToDepartmentForm,
    MoveToGroupForm,
    PlaceInDepartmentForm,
    PlaceInGroupForm,
    RemoveTagForm,
    TagMemberForm,
)
from members.forms.rosters import TakeBackImportForm
from members.forms.sign_ins import (
    ChangePasswordForm,
    EndOtherSignInsForm,
    EndSignInForm,
    SignInForm,
    UnlockAccountForm,
)
from members.forms.signoffs import RecordPaperForm, RecordProxyForm, RevokeSignOffForm, SignOffOwnForm
from members.forms.statistics import StatisticsChoiceForm
from members.forms.tags import DeleteTagForm, TagForm

__all__ = [
    "CORRECTABLE",
    "OTHER_UNION",
    "AcceptCorrectionForm",
    "AddAttendanceForm",
    "AddTagForm",
    "ApplyToJoinForm",
    "AppointForm",
    "ApproveApplicationForm",
    "AskForCorrectionForm",
    "AudienceForm",
    "BlockAccountForm",
    "CalendarKeyForm",
    "ChangePasswordForm",
    "ChangeStatusForm",
    "CheckInByCodeForm",
    "CheckInForm",
    "ChildForm",
    "CloseGatheringForm",
    "CloseUnitForm",
    "CommitteeForm",
    "CorrectChangeForm",
    "DeclineCorrectionForm",
    "DeleteAudienceForm",
    "DeleteTagForm",
    "DepartmentForm",
    "DestroyFirstPasswordsForm",
    "EmptyUnitForm",
    "EndCalendarKeyForm",
    "EndLeadingForm",
    "EndOfficeForm",
    "EndOtherSignInsForm",
    "EndPlaceForm",
    "EndSignInForm",
    "FindDistinctForm",
    "GrantRoleForm",
    "HandOverOfficeForm",
    "HandOverRoleForm",
    "MarkAttendanceForm",
    "MemberChoiceField",
    "MemberForm",
    "MergeMembersForm",
    "MoveTermEndForm",
    "MoveToDepartmentForm",
    "MoveToGroupForm",
    "NameLeaderForm",
    "OpenAccountForm",
    "OpenAccountsForm",
    "OpenTermForm",
    "PasswordForm",
    "PlaceInDepartmentForm",
    "PlaceInGroupForm",
    "PortraitForm",
    "RecordPaperForm",
    "RecordProxyForm",
    "RefuseApplicationForm",
    "RegisterMemberForm",
    "RemoveChildForm",
    "RemovePortraitForm",
    "RemoveTagForm",
    "ReopenGatheringForm",
    "ReopenUnitForm",
    "ResetPasswordForm",
    "RevokeRoleForm",
    "RevokeSignOffForm",
    "SignInForm",
    "SignOffOwnForm",
    "StatisticsChoiceForm",
    "TagForm",
    "TagMemberForm",
    "TakeBackImportForm",
    "UnblockAccountForm",
    "UnionGroupForm",
    "UnitChoiceField",
    "UnitLabels",
    "UnitsChoiceField",
    "UnlockAccountForm",
    "UpdateMemberForm",
    "UpdateTermForm",
    "WithdrawApplicationForm",
    "WithdrawChangeForm",
]
