"""Addresses of surveys: to answer them, and to keep them."""

from django.urls import path

from affairs.views import survey_answers, surveys

SURVEYS, QUESTIONS = "affairs/surveys/", "affairs/survey-questions/"
ONE = "<int:pk>/"

urlpatterns = [
    path("surveys/", survey_answers.OwnSurveysView.as_view(), name="survey-own"),
    path(f"surveys/{ONE}", survey_answers.AnswerSurveyView.as_view(), name="survey-answer"),
    path(SURVEYS, surveys.SurveyListView.as_view(), name="survey-list"),
    path(f"{SURVEYS}draft/", surveys.DraftSurveyView.as_view(), name="survey-draft"),
    path(f"{SURVEYS}record/", surveys.RecordSurveyView.as_view(), name="survey-record"),
    path(f"{SURVEYS}{ONE}", surveys.SurveyDetailView.as_view(), name="survey-detail"),
    path(f"{SURVEYS}{ONE}mend/", surveys.MendSurveyView.as_view(), name="survey-mend"),
    path(f"{SURVEYS}{ONE}open/", surveys.OpenSurveyView.as_view(), name="survey-open"),
    path(f"{SURVEYS}{ONE}remind/", surveys.RemindSurveyView.as_view(), name="survey-remind"),
    path(f"{SURVEYS}{ONE}close/", surveys.CloseSurveyView.as_view(), name="survey-close"),
    path(f"{SURVEYS}{ONE}copy/", surveys.CopySurveyView.as_view(), name="survey-copy"),
    path(f"{SURVEYS}{ONE}discard/", surveys.DiscardSurveyView.as_view(), name="survey-discard"),
    path(f"{SURVEYS}{ONE}paper/", surveys.SurveyPaperView.as_view(), name="survey-paper"),
    path(f"{SURVEYS}{ONE}workbook/", surveys.SurveyWorkbookView.as_view(), name="survey-workbook"),
    path(f"{SURVEYS}{ONE}questions/add/", surveys.AddQuestionView.as_view(), name="question-add"),
    path(f"{QUESTIONS}{ONE}mend/", surveys.MendQuestionView.as_view(), name="question-mend"),
    path(f"{QUESTIONS}{ONE}delete/", surveys.DeleteQuestionView.as_view(), name="question-delete"),
]
