CREATE TABLE "audit_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"person" text,
	"role" text,
	"address" text NOT NULL,
	"action" text NOT NULL,
	"object" text NOT NULL,
	"outcome" text NOT NULL,
	"detail" json NOT NULL,
	"request_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "checklist_event" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting" text NOT NULL,
	"region" text NOT NULL,
	"item" text NOT NULL,
	"sequence" integer NOT NULL,
	"at" text NOT NULL,
	"person" text NOT NULL,
	"action" text NOT NULL,
	"note" text NOT NULL,
	"origin" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "checklist_item" (
	"meeting" text NOT NULL,
	"region" text NOT NULL,
	"item" text NOT NULL,
	"state" text NOT NULL,
	"owner" text NOT NULL,
	"due_on" text NOT NULL,
	"version" integer NOT NULL,
	"origin" text NOT NULL,
	CONSTRAINT "checklist_item_meeting_region_item_pk" PRIMARY KEY("meeting","region","item")
);
--> statement-breakpoint
CREATE TABLE "curve" (
	"code" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"points" json NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure" (
	"submission_version" text NOT NULL,
	"indicator" text NOT NULL,
	"value" bigint NOT NULL,
	"denominator" bigint,
	"origin" text NOT NULL,
	"source" text,
	CONSTRAINT "figure_submission_version_indicator_pk" PRIMARY KEY("submission_version","indicator")
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"person" text NOT NULL,
	"key" text NOT NULL,
	"endpoint" text NOT NULL,
	"request_hash" text NOT NULL,
	"reply" text NOT NULL,
	"created_at" text NOT NULL,
	CONSTRAINT "idempotency_key_person_key_pk" PRIMARY KEY("person","key")
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"short_zh" text NOT NULL,
	"short_en" text NOT NULL,
	"unit_zh" text NOT NULL,
	"unit_en" text NOT NULL,
	"scale" integer NOT NULL,
	"decimals" integer NOT NULL,
	"core" boolean NOT NULL,
	"part_of" text,
	"numerator_from" text,
	"curve" text NOT NULL,
	"definition_zh" text NOT NULL,
	"definition_en" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" text PRIMARY KEY NOT NULL,
	"held_on" text NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"notice_zh" text NOT NULL,
	"notice_en" text NOT NULL,
	"origin" text NOT NULL,
	"source" text
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"role" text NOT NULL,
	"region" text,
	"password_hash" text NOT NULL,
	"must_change_password" boolean NOT NULL,
	"password_expires_at" text,
	"disabled" boolean NOT NULL,
	"failed_sign_ins" integer NOT NULL,
	"first_failed_at" text,
	"locked_until" text,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "region" (
	"code" text PRIMARY KEY NOT NULL,
	"parent" text,
	"kind" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"short_zh" text NOT NULL,
	"tile_row" integer,
	"tile_column" integer,
	"position" integer NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text
);
--> statement-breakpoint
CREATE TABLE "requirement_item" (
	"key" text PRIMARY KEY NOT NULL,
	"requirement" text NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"checked_by" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requirement" (
	"key" text PRIMARY KEY NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"conditions" json NOT NULL,
	"source" text NOT NULL,
	"author" text NOT NULL,
	"effective_year" integer NOT NULL,
	"effective_month" integer NOT NULL,
	"created_at" text NOT NULL,
	CONSTRAINT "rule_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"created_at" text NOT NULL,
	"last_seen_at" text NOT NULL,
	"address" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submission_version" (
	"id" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"as_of" text NOT NULL,
	"note" text NOT NULL,
	"cause" text NOT NULL,
	"measures" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" text NOT NULL,
	"submitted_by" text,
	"submitted_at" text,
	"decided_by" text,
	"decided_at" text,
	"return_reason" text
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"region" text NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "submission_region_year_month_pk" PRIMARY KEY("region","year","month")
);
--> statement-breakpoint
CREATE TABLE "target_change" (
	"id" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"indicator" text NOT NULL,
	"year" integer NOT NULL,
	"sequence" integer NOT NULL,
	"amount" bigint NOT NULL,
	"effective_month" integer NOT NULL,
	"document_number" text NOT NULL,
	"reason" text NOT NULL,
	"author" text NOT NULL,
	"decided_at" text NOT NULL,
	"origin" text NOT NULL,
	"source" text
);
--> statement-breakpoint
ALTER TABLE "checklist_event" ADD CONSTRAINT "checklist_event_item" FOREIGN KEY ("meeting","region","item") REFERENCES "public"."checklist_item"("meeting","region","item") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_meeting_meeting_id_fk" FOREIGN KEY ("meeting") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_item_requirement_item_key_fk" FOREIGN KEY ("item") REFERENCES "public"."requirement_item"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_submission_version_submission_version_id_fk" FOREIGN KEY ("submission_version") REFERENCES "public"."submission_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_indicator_indicator_code_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_curve_curve_code_fk" FOREIGN KEY ("curve") REFERENCES "public"."curve"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_item" ADD CONSTRAINT "requirement_item_requirement_requirement_key_fk" FOREIGN KEY ("requirement") REFERENCES "public"."requirement"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_version" ADD CONSTRAINT "submission_version_submission" FOREIGN KEY ("region","year","month") REFERENCES "public"."submission"("region","year","month") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_change" ADD CONSTRAINT "target_change_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_change" ADD CONSTRAINT "target_change_indicator_indicator_code_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "checklist_event_sequence" ON "checklist_event" USING btree ("meeting","region","item","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "person_name" ON "person" USING btree ("name");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "submission_version_number" ON "submission_version" USING btree ("region","year","month","number");--> statement-breakpoint
CREATE INDEX "submission_version_state" ON "submission_version" USING btree ("state","year","region");--> statement-breakpoint
CREATE UNIQUE INDEX "target_change_sequence" ON "target_change" USING btree ("region","indicator","year","sequence");