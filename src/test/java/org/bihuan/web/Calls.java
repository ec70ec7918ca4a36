package org.bihuan.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.web.BadValues.Kind;

/** All calls that change something by fields, with every field they have. */
final class Calls {
    static final String INSPECTOR = "inspector-xiangyu";
    static final String SAFETY = "safety-061";
    private static final String NOTHING = "00000000-0000-0000-0000-000000000000";
    private static final Map<String, Object> FOUND = Map.of(
            "enterprise", "91341721XN80400B0Q",
            "foundOn", "2026-09-21",
            "location", "一号车间",
            "description", "配电箱门缺失");

    static final List<Call> ALL = List.of(
            Call.of("register", INSPECTOR, "/api/v1/hazards", FOUND)
                    .inTasklist("register")
                    .required(Kind.DAY, "foundOn")
                    .requiredText("location", 200)
                    .requiredText("description", 2000)
                    .required(Kind.CODE, "enterprise")
                    .optional(Kind.CODE, "region", "industry")
                    .optional(Kind.CHOICE, "source", "category", "grade")
                    .optional(Kind.DAY, "dueOn")
                    .optional(Kind.FILES, "evidence")
                    .optional(Kind.PART, "onTheSpot")
                    .text("criterion", 1000)
                    .text("requirement", 2000),
            Call.of(
                            "register-public",
                            INSPECTOR,
                            "/api/v1/hazards",
                            with(without(FOUND, "enterprise"), "responsibleUnit", "xiangyu"))
                    .inTasklist("register")
                    .optional(Kind.CODE, "responsibleUnit"),
            Call.of(
                            "register-on-the-spot",
                            INSPECTOR,
                            "/api/v1/hazards",
                            with(FOUND, "onTheSpot", Map.of("measures", "已加锁", "rectifier", "张三")))
                    .requiredText("onTheSpot.measures", 4000)
                    .requiredText("onTheSpot.rectifier", 100),
            Call.of(
                            "register-on-the-spot-by-form",
                            INSPECTOR,
                            "/api/v1/hazards",
                            with(FOUND, "onTheSpotMeasures", "已加锁", "onTheSpotRectifier", "张三"))
                    .inTasklist("register")
                    .requiredText("onTheSpotMeasures", 4000)
                    .requiredText("onTheSpotRectifier", 100),
            Call.of(
                            "review",
                            "inspector-emb-chem",
                            "/api/v1/hazards/{review}/tasks/review",
                            Map.of("decision", "ACCEPT"))
                    .inTasklist("review")
                    .required(Kind.CHOICE, "decision")
                    .optional(Kind.CHOICE, "grade")
                    .optional(Kind.CODE, "enterprise", "responsibleUnit", "supervisingUnit")
                    .optional(Kind.DAY, "dueOn")
                    .text("criterion", 1000)
                    .text("requirement", 2000),
            Call.of(
                            "review-duplicate",
                            "inspector-emb-chem",
                            "/api/v1/hazards/{review}/tasks/review",
                            Map.of("decision", "DUPLICATE", "duplicateOf", "{accept}", "reason", "同一处"))
                    .inTasklist("review")
                    .required(Kind.CODE, "duplicateOf")
                    .requiredText("reason", 1000),
            Call.of(
                            "review-reject",
                            "inspector-emb-chem",
                            "/api/v1/hazards/{review}/tasks/review",
                            Map.of("decision", "REJECT", "reason", "不是隐患"))
                    .inTasklist("review")
                    .requiredText("reason", 1000),
            Call.of("accept", SAFETY, "/api/v1/hazards/{accept}/tasks/accept", Map.of("decision", "ACCEPT"))
                    .inTasklist("accept")
                    .required(Kind.CHOICE, "decision"),
            Call.of(
                            "decline",
                            SAFETY,
                            "/api/v1/hazards/{accept}/tasks/accept",
                            Map.of("decision", "DECLINE", "reason", "不属本企业"))
                    .inTasklist("accept")
                    .requiredText("reason", 1000),
            Call.of(
                            "rectify",
                            SAFETY,
                            "/api/v1/hazards/{rectify}/tasks/rectify",
                            Map.of("measures", "已加锁", "fundsYuan", "300", "completedOn", "2026-09-21"))
                    .inTasklist("rectify")
                    .requiredText("measures", 4000)
                    .optional(Kind.AMOUNT, "fundsYuan")
                    .required(Kind.DAY, "completedOn"),
            Call.of(
                            "verify",
                            INSPECTOR,
                            "/api/v1/hazards/{verify}/tasks/verify",
                            Map.of("verdict", "UNQUALIFIED", "opinion", "仍缺一段"))
                    .inTasklist("verify")
                    .required(Kind.CHOICE, "verdict")
                    .requiredText("opinion", 2000),
            Call.of(
                            "service",
                            INSPECTOR,
                            "/api/v1/hazards/{accept}/service",
                            Map.of("servedOn", "2026-09-21", "recipient", "张三", "document", NOTHING))
                    .required(Kind.DAY, "servedOn")
                    .requiredText("recipient", 100)
                    .required(Kind.CODE, "document"),
            Call.of("withdraw", SAFETY, "/api/v1/hazards/{verify}/withdraw", Map.of())
                    .text("reason", 1000),
            Call.of(
                            "reassign",
                            "principal-061",
                            "/api/v1/hazards/{accept}/reassign",
                            Map.of("responsibleUser", "principal-061", "reason", "本人办理"))
                    .required(Kind.CODE, "responsibleUser")
                    .requiredText("reason", 1000),
            Call.of(
                            "add-unit",
                            "admin",
                            "/api/v1/units",
                            Map.of("code", "weather", "name", "县气象局", "kind", "department", "regionCode", "341721"))
                    .requiredText("code", 40)
                    .requiredText("name", 80)
                    .required(Kind.CHOICE, "kind")
                    .required(Kind.CODE, "regionCode")
                    .optional(Kind.CODE, "industries")
                    .text("mailbox", 254),
            Call.of(
                            "add-enterprise",
                            "admin",
                            "/api/v1/enterprises",
                            Map.of(
                                    "creditCode",
                                    "91341721XN9999999T",
                                    "name",
                                    "东至县示例新办有限公司",
                                    "regionCode",
                                    "341721107",
                                    "industryCode",
                                    "HAZCHEM",
                                    "riskGrade",
                                    "red",
                                    "address",
                                    "香隅镇",
                                    "employees",
                                    12))
                    .required(Kind.CODE, "creditCode", "regionCode", "industryCode")
                    .requiredText("name", 120)
                    .requiredText("address", 200)
                    .required(Kind.CHOICE, "riskGrade")
                    .required(Kind.AMOUNT, "employees")
                    .text("formerNames", 120)
                    .text("mailbox", 254),
            Call.of(
                            "add-user",
                            "admin",
                            "/api/v1/users",
                            Map.of(
                                    "userId",
                                    "newcomer",
                                    "displayName",
                                    "新来的人",
                                    "unitOrEnterprise",
                                    "emb",
                                    "roles",
                                    List.of("EXPERT")))
                    .requiredText("userId", 64)
                    .requiredText("displayName", 80)
                    .required(Kind.CODE, "unitOrEnterprise")
                    .required(Kind.CHOICE, "roles")
                    .text("email", 254),
            Call.of(
                            "departure",
                            "admin",
                            "/api/v1/users/safety-074/departure",
                            Map.of("successor", "principal-074", "unitOrEnterprise", "emb", "roles", List.of("EXPERT")))
                    .optional(Kind.CODE, "successor", "unitOrEnterprise")
                    .optional(Kind.CHOICE, "roles"));

    private Calls() {}

    private static Map<String, Object> with(Map<String, Object> body, Object... more) {
        var all = new HashMap<>(body);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    private static Map<String, Object> without(Map<String, Object> body, String field) {
        var less = new HashMap<>(body);
        less.remove(field);
        return less;
    }
}
