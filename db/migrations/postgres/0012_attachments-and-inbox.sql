CREATE TABLE "attachment" (
	"id" text PRIMARY KEY NOT NULL,
	"interview" text NOT NULL,
	"region" text,
	"item" text,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"attached_at" text NOT NULL,
	"attached_by" text,
	"attached_as" json NOT NULL,
	"attached_for" text NOT NULL,
	"removed_at" text,
	"removed_by" text,
	"removed_as" json,
	"removal_reason" text
);
--> statement-breakpoint
CREATE TABLE "mail_choice" (
	"account" text PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"mode" text NOT NULL,
	"language" text NOT NULL,
	"quiet_from" integer,
	"quiet_until" integer,
	"since" text NOT NULL,
	"last_daily_on" text
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"created_at" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_try_at" text NOT NULL,
	"ended_at" text,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"kind" text NOT NULL,
	"region" text,
	"about" json NOT NULL,
	"occasion" text NOT NULL,
	"at" text NOT NULL,
	"read_at" text,
	"mail" text
);
--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_interview_interview_id_fk" FOREIGN KEY ("interview") REFERENCES "public"."interview"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_attached_by_account_id_fk" FOREIGN KEY ("attached_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_removed_by_account_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_item" FOREIGN KEY ("interview","region","item") REFERENCES "public"."checklist_item"("interview","region","item") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_choice" ADD CONSTRAINT "mail_choice_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_of" ON "attachment" USING btree ("interview","region","item");--> statement-breakpoint
CREATE INDEX "mail_due" ON "mail" USING btree ("state","next_try_at");--> statement-breakpoint
CREATE INDEX "mail_account" ON "mail" USING btree ("account","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_occasion" ON "notice" USING btree ("account","occasion");--> statement-breakpoint
CREATE INDEX "notice_at" ON "notice" USING btree ("account","at","id");--> statement-breakpoint
CREATE INDEX "notice_unread" ON "notice" USING btree ("account","read_at");