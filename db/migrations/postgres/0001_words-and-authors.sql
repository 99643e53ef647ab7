ALTER TABLE "person" RENAME TO "account";--> statement-breakpoint
ALTER TABLE "meeting" RENAME TO "interview";--> statement-breakpoint
ALTER TABLE "audit_entry" RENAME TO "audit_event";--> statement-breakpoint
ALTER TABLE "session" RENAME COLUMN "person" TO "account";--> statement-breakpoint
ALTER TABLE "idempotency_key" RENAME COLUMN "person" TO "account";--> statement-breakpoint
ALTER TABLE "checklist_item" RENAME COLUMN "meeting" TO "interview";--> statement-breakpoint
ALTER TABLE "checklist_event" RENAME COLUMN "meeting" TO "interview";--> statement-breakpoint
ALTER TABLE "checklist_event" RENAME COLUMN "person" TO "actor";--> statement-breakpoint
ALTER TABLE "audit_event" RENAME COLUMN "person" TO "actor";--> statement-breakpoint
ALTER TABLE "submission_version" RENAME COLUMN "measures" TO "remedies";--> statement-breakpoint
ALTER INDEX "person_name" RENAME TO "account_name";--> statement-breakpoint
ALTER INDEX "session_person" RENAME TO "session_account";--> statement-breakpoint
ALTER INDEX "audit_entry_at" RENAME TO "audit_event_at";--> statement-breakpoint
ALTER TABLE "account" RENAME CONSTRAINT "person_pkey" TO "account_pkey";--> statement-breakpoint
ALTER TABLE "interview" RENAME CONSTRAINT "meeting_pkey" TO "interview_pkey";--> statement-breakpoint
ALTER TABLE "audit_event" RENAME CONSTRAINT "audit_entry_pkey" TO "audit_event_pkey";--> statement-breakpoint
ALTER TABLE "account" RENAME CONSTRAINT "person_region_region_code_fk" TO "account_region_region_code_fk";--> statement-breakpoint
ALTER TABLE "session" RENAME CONSTRAINT "session_person_person_id_fk" TO "session_account_account_id_fk";--> statement-breakpoint
ALTER TABLE "idempotency_key" RENAME CONSTRAINT "idempotency_key_person_person_id_fk" TO "idempotency_key_account_account_id_fk";--> statement-breakpoint
ALTER TABLE "idempotency_key" RENAME CONSTRAINT "idempotency_key_person_key_pk" TO "idempotency_key_account_key_pk";--> statement-breakpoint
ALTER TABLE "checklist_item" RENAME CONSTRAINT "checklist_item_meeting_meeting_id_fk" TO "checklist_item_interview_interview_id_fk";--> statement-breakpoint
ALTER TABLE "checklist_item" RENAME CONSTRAINT "checklist_item_meeting_region_item_pk" TO "checklist_item_interview_region_item_pk";--> statement-breakpoint
UPDATE "submission_version" SET "kind" = 'submission' WHERE "kind" = 'report';--> statement-breakpoint
UPDATE "idempotency_key" SET "reply" = replace(replace("reply", '"kind":"report"', '"kind":"submission"'), '"measures":', '"remedies":');--> statement-breakpoint
ALTER TABLE "target_change" ADD COLUMN "authored_as" json;--> statement-breakpoint
UPDATE "target_change" SET "authored_as" = json_build_object('name', "author", 'title', json_build_object('zh', coalesce((SELECT "title_zh" FROM "account" WHERE "name" = "target_change"."author"), "author"), 'en', coalesce((SELECT "title_en" FROM "account" WHERE "name" = "target_change"."author"), "author"))) WHERE "author" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "target_change" ALTER COLUMN "authored_as" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "target_change" ALTER COLUMN "author" DROP NOT NULL;--> statement-breakpoint
UPDATE "target_change" SET "author" = (SELECT "id" FROM "account" WHERE "name" = "target_change"."author");--> statement-breakpoint
ALTER TABLE "target_change" ADD CONSTRAINT "target_change_author_account_id_fk" FOREIGN KEY ("author") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule" ADD COLUMN "authored_as" json;--> statement-breakpoint
UPDATE "rule" SET "authored_as" = json_build_object('name', "author", 'title', json_build_object('zh', coalesce((SELECT "title_zh" FROM "account" WHERE "name" = "rule"."author"), "author"), 'en', coalesce((SELECT "title_en" FROM "account" WHERE "name" = "rule"."author"), "author"))) WHERE "author" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "rule" ALTER COLUMN "authored_as" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "rule" ALTER COLUMN "author" DROP NOT NULL;--> statement-breakpoint
UPDATE "rule" SET "author" = (SELECT "id" FROM "account" WHERE "name" = "rule"."author");--> statement-breakpoint
ALTER TABLE "rule" ADD CONSTRAINT "rule_author_account_id_fk" FOREIGN KEY ("author") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_version" ADD COLUMN "saved_as" json;--> statement-breakpoint
UPDATE "submission_version" SET "saved_as" = json_build_object('name', "saved_by", 'title', json_build_object('zh', coalesce((SELECT "title_zh" FROM "account" WHERE "name" = "submission_version"."saved_by"), "saved_by"), 'en', coalesce((SELECT "title_en" FROM "account" WHERE "name" = "submission_version"."saved_by"), "saved_by"))) WHERE "saved_by" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "submission_version" ALTER COLUMN "saved_as" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "submission_version" ALTER COLUMN "saved_by" DROP NOT NULL;--> statement-breakpoint
UPDATE "submission_version" SET "saved_by" = (SELECT "id" FROM "account" WHERE "name" = "submission_version"."saved_by");--> statement-breakpoint
ALTER TABLE "submission_version" ADD CONSTRAINT "submission_version_saved_by_account_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_version" ADD COLUMN "submitted_as" json;--> statement-breakpoint
UPDATE "submission_version" SET "submitted_as" = json_build_object('name', "submitted_by", 'title', json_build_object('zh', coalesce((SELECT "title_zh" FROM "account" WHERE "name" = "submission_version"."submitted_by"), "submitted_by"), 'en', coalesce((SELECT "title_en" FROM "account" WHERE "name" = "submission_version"."submitted_by"), "submitted_by"))) WHERE "submitted_by" IS NOT NULL;--> statement-breakpoint
UPDATE "submission_version" SET "submitted_by" = (SELECT "id" FROM "account" WHERE "name" = "submission_version"."submitted_by");--> statement-breakpoint
ALTER TABLE "submission_version" ADD CONSTRAINT "submission_version_submitted_by_account_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_version" ADD COLUMN "decided_as" json;--> statement-breakpoint
UPDATE "submission_version" SET "decided_as" = json_build_object('name', "decided_by", 'title', json_build_object('zh', coalesce((SELECT "title_zh" FROM "account" WHERE "name" = "submission_version"."decided_by"), "decided_by"), 'en', coalesce((SELECT "title_en" FROM "account" WHERE "name" = "submission_version"."decided_by"), "decided_by"))) WHERE "decided_by" IS NOT NULL;--> statement-breakpoint
UPDATE "submission_version" SET "decided_by" = (SELECT "id" FROM "account" WHERE "name" = "submission_version"."decided_by");--> statement-breakpoint
ALTER TABLE "submission_version" ADD CONSTRAINT "submission_version_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_event" ADD COLUMN "acted_as" json;--> statement-breakpoint
UPDATE "checklist_event" SET "acted_as" = json_build_object('name', "actor", 'title', json_build_object('zh', coalesce((SELECT "title_zh" FROM "account" WHERE "name" = "checklist_event"."actor"), "actor"), 'en', coalesce((SELECT "title_en" FROM "account" WHERE "name" = "checklist_event"."actor"), "actor"))) WHERE "actor" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "checklist_event" ALTER COLUMN "acted_as" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "checklist_event" ALTER COLUMN "actor" DROP NOT NULL;--> statement-breakpoint
UPDATE "checklist_event" SET "actor" = (SELECT "id" FROM "account" WHERE "name" = "checklist_event"."actor");--> statement-breakpoint
ALTER TABLE "checklist_event" ADD CONSTRAINT "checklist_event_actor_account_id_fk" FOREIGN KEY ("actor") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "acted_as" json;--> statement-breakpoint
UPDATE "audit_event" SET "acted_as" = json_build_object('name', "actor", 'title', json_build_object('zh', coalesce((SELECT "title_zh" FROM "account" WHERE "name" = "audit_event"."actor"), "actor"), 'en', coalesce((SELECT "title_en" FROM "account" WHERE "name" = "audit_event"."actor"), "actor"))) WHERE "actor" IS NOT NULL;--> statement-breakpoint
UPDATE "audit_event" SET "actor" = (SELECT "id" FROM "account" WHERE "name" = "audit_event"."actor");--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_actor_account_id_fk" FOREIGN KEY ("actor") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;
