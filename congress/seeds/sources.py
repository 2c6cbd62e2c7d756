"""The texts from which rules are taken, as pages quote them."""

STAFF_LAW = "《学校教职工代表大会规定》（教育部令第32号）"
UNION_LAW = "《基层工会会员代表大会条例》（总工发〔2019〕6号）"
