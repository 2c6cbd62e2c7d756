"""Addresses of supervision, agreements and inspections."""

from django.urls import path

from affairs.views import agreement_checks, agreement_moves, agreements, evidence, inspections, schemes, supervision

SUPERVISION, AGREEMENTS = "affairs/supervision/", "affairs/agreements/"
CHECKS = "affairs/agreement-checks/"
INSPECTIONS, SCHEMES = "affairs/inspections/", "affairs/inspection-schemes/"
ITEMS, RECTIFICATIONS = "affairs/inspection-items/", "affairs/rectifications/"
ONE = "<int:pk>/"

supervision_pages = [
    path(SUPERVISION, supervision.SupervisionListView.as_view(), name="supervision-list"),
    path(f"{SUPERVISION}record/", supervision.RecordSupervisionView.as_view(), name="supervision-record"),
    path(f"{SUPERVISION}{ONE}", supervision.SupervisionDetailView.as_view(), name="supervision-detail"),
    path(f"{SUPERVISION}{ONE}mend/", supervision.MendSupervisionView.as_view(), name="supervision-mend"),
    path(
        f"{SUPERVISION}{ONE}follow-up/", supervision.FollowUpSupervisionView.as_view(), name="supervision-follow-up"
    ),
    path(f"{SUPERVISION}{ONE}close/", supervision.CloseSupervisionView.as_view(), name="supervision-close"),
    path(f"{SUPERVISION}{ONE}paper/", supervision.SupervisionPaperView.as_view(), name="supervision-paper"),
]

agreements_pages = [
    path(AGREEMENTS, agreements.AgreementListView.as_view(), name="agreement-list"),
    path(f"{AGREEMENTS}draft/", agreements.DraftAgreementView.as_view(), name="agreement-draft"),
    path(f"{AGREEMENTS}record/", agreements.RecordAgreementView.as_view(), name="agreement-record"),
    path(f"{AGREEMENTS}{ONE}", agreements.AgreementDetailView.as_view(), name="agreement-detail"),
    path(f"{AGREEMENTS}{ONE}mend/", agreement_moves.MendAgreementView.as_view(), name="agreement-mend"),
    path(f"{AGREEMENTS}{ONE}talks/", agreement_moves.BeginTalksView.as_view(), name="agreement-talks"),
    path(f"{AGREEMENTS}{ONE}round/", agreement_moves.RecordRoundView.as_view(), name="agreement-round"),
    path(f"{AGREEMENTS}{ONE}pass/", agreement_moves.PassAgreementView.as_view(), name="agreement-pass"),
    path(f"{AGREEMENTS}{ONE}reopen/", agreement_moves.ReopenTalksView.as_view(), name="agreement-reopen"),
    path(f"{AGREEMENTS}{ONE}sign/", agreement_moves.SignAgreementView.as_view(), name="agreement-sign"),
    path(f"{AGREEMENTS}{ONE}file/", agreement_moves.FileAgreementView.as_view(), name="agreement-file"),
    path(f"{AGREEMENTS}{ONE}renew/", agreement_moves.RenewAgreementView.as_view(), name="agreement-renew"),
    path(f"{AGREEMENTS}{ONE}end/", agreement_moves.EndAgreementView.as_view(), name="agreement-end"),
    path(f"{AGREEMENTS}{ONE}discard/", agreement_moves.DiscardAgreementView.as_view(), name="agreement-discard"),
    path(f"{AGREEMENTS}{ONE}check/", agreement_checks.CheckAgreementView.as_view(), name="agreement-check"),
    path(f"{AGREEMENTS}{ONE}paper/", agreements.AgreementPaperView.as_view(), name="agreement-paper"),
    path(CHECKS, agreement_checks.AgreementCheckListView.as_view(), name="agreement-check-list"),
    path(f"{CHECKS}{ONE}", agreement_checks.AgreementCheckDetailView.as_view(), name="agreement-check-detail"),
    path(f"{CHECKS}{ONE}settle/", agreement_checks.SettleCheckView.as_view(), name="agreement-check-settle"),
]

inspections_pages = [
    path(INSPECTIONS, inspections.InspectionListView.as_view(), name="inspection-list"),
    path(f"{INSPECTIONS}record/", inspections.RecordInspectionView.as_view(), name="inspection-record"),
    path(f"{INSPECTIONS}{ONE}", inspections.InspectionDetailView.as_view(), name="inspection-detail"),
    path(f"{INSPECTIONS}{ONE}mend/", inspections.MendInspectionView.as_view(), name="inspection-mend"),
    path(f"{INSPECTIONS}{ONE}score/", inspections.ScoreInspectionView.as_view(), name="inspection-score"),
    path(f"{INSPECTIONS}{ONE}conclude/", inspections.ConcludeInspectionView.as_view(), name="inspection-conclude"),
    path(f"{INSPECTIONS}{ONE}close/", inspections.CloseInspectionView.as_view(), name="inspection-close"),
    path(f"{INSPECTIONS}{ONE}rectify/", evidence.AddRectificationView.as_view(), name="rectification-add"),
    path(f"{INSPECTIONS}{ONE}paper/", inspections.ScorePaperView.as_view(), name="inspection-paper"),
    path(f"{INSPECTIONS}{ONE}workbook/", inspections.ScoreWorkbookView.as_view(), name="inspection-workbook"),
    path(f"{ITEMS}{ONE}", evidence.ItemScoreView.as_view(), name="item-score"),
    path(f"{ITEMS}{ONE}evidence/", evidence.LinkEvidenceView.as_view(), name="evidence-link"),
    path(f"{ITEMS}evidence/{ONE}unlink/", evidence.UnlinkEvidenceView.as_view(), name="evidence-unlink"),
    path(RECTIFICATIONS, evidence.RectificationListView.as_view(), name="rectification-list"),
    path(f"{RECTIFICATIONS}{ONE}settle/", evidence.SettleRectificationView.as_view(), name="rectification-settle"),
    path(SCHEMES, schemes.SchemeListView.as_view(), name="scheme-list"),
    path(f"{SCHEMES}add/", schemes.AddSchemeView.as_view(), name="scheme-add"),
    path(f"{SCHEMES}{ONE}", schemes.SchemeDetailView.as_view(), name="scheme-detail"),
    path(f"{SCHEMES}{ONE}mend/", schemes.MendSchemeView.as_view(), name="scheme-mend"),
    path(f"{SCHEMES}{ONE}workbook/", schemes.SchemeWorkbookView.as_view(), name="scheme-workbook"),
]

urlpatterns = [*supervision_pages, *agreements_pages, *inspections_pages]
