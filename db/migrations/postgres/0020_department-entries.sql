CREATE TABLE "load" (
	"id" text PRIMARY KEY NOT NULL,
	"file_name" text,
	"reason" text NOT NULL,
	"loaded_by" text,
	"loaded_as" json NOT NULL,
	"loaded_at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "submission_version" ADD COLUMN "load" text;--> statement-breakpoint
ALTER TABLE "target_change" ADD COLUMN "document_date" text;--> statement-breakpoint
ALTER TABLE "target_change" ADD COLUMN "withdrawn_by" text;--> statement-breakpoint
ALTER TABLE "target_change" ADD COLUMN "withdrawn_as" json;--> statement-breakpoint
ALTER TABLE "target_change" ADD COLUMN "withdrawn_at" text;--> statement-breakpoint
ALTER TABLE "target_change" ADD COLUMN "withdraw_reason" text;--> statement-breakpoint
ALTER TABLE "load" ADD CONSTRAINT "load_loaded_by_account_id_fk" FOREIGN KEY ("loaded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_version" ADD CONSTRAINT "submission_version_load_load_id_fk" FOREIGN KEY ("load") REFERENCES "public"."load"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_change" ADD CONSTRAINT "target_change_withdrawn_by_account_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "submission_version_load" ON "submission_version" USING btree ("load");