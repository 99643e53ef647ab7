CREATE TABLE "office_decision" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"sequence" integer NOT NULL,
	"value" json NOT NULL,
	"reason" text NOT NULL,
	"author" text,
	"authored_as" json NOT NULL,
	"decided_at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "submission_version" ADD COLUMN "due_on" text;--> statement-breakpoint
ALTER TABLE "office_decision" ADD CONSTRAINT "office_decision_author_account_id_fk" FOREIGN KEY ("author") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "office_decision_sequence" ON "office_decision" USING btree ("subject","sequence");