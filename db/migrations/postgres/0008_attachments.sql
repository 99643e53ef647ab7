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
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_interview_interview_id_fk" FOREIGN KEY ("interview") REFERENCES "public"."interview"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_attached_by_account_id_fk" FOREIGN KEY ("attached_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_removed_by_account_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_item" FOREIGN KEY ("interview","region","item") REFERENCES "public"."checklist_item"("interview","region","item") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_of" ON "attachment" USING btree ("interview","region","item");