"""Input about people, accounts, audiences and attendance."""

from members.forms.audiences import AudienceForm, DeleteAudienceForm
from members.forms.fields import MemberChoiceField
from members.forms.gatherings import (
    AddAttendanceForm,
    CheckInByCodeForm,
    CheckInForm,
    CloseGatheringForm,
    MarkAttendanceForm,
    ReopenGatheringForm,
)
from members.forms.organisation import DepartmentForm, UnionGroupForm
from members.forms.people import (
    ChangeStatusForm,
    GrantRoleForm,
    MemberForm,
    OpenAccountForm,
    PasswordForm,
    RegisterMemberForm,
    ResetPasswordForm,
    RevokeRoleForm,
    UpdateMemberForm,
)
from members.forms.sign_ins import (
    ChangePasswordForm,
    EndOtherSignInsForm,
    EndSignInForm,
    SignInForm,
    UnlockAccountForm,
)
from members.forms.signoffs import RecordPaperForm, RecordProxyForm, RevokeSignOffForm, SignOffOwnForm

__all__ = [
    "AddAttendanceForm",
    "AudienceForm",
    "ChangePasswordForm",
    "ChangeStatusForm",
    "CheckInByCodeForm",
    "CheckInForm",
    "CloseGatheringForm",
    "DeleteAudienceForm",
    "DepartmentForm",
    "EndOtherSignInsForm",
    "EndSignInForm",
    "GrantRoleForm",
    "MarkAttendanceForm",
    "MemberChoiceField",
    "MemberForm",
    "OpenAccountForm",
    "PasswordForm",
    "RecordPaperForm",
    "RecordProxyForm",
    "RegisterMemberForm",
    "ReopenGatheringForm",
    "ResetPasswordForm",
    "RevokeRoleForm",
    "RevokeSignOffForm",
    "SignInForm",
    "SignOffOwnForm",
    "UnionGroupForm",
    "UnlockAccountForm",
    "UpdateMemberForm",
]
