CREATE TABLE "reporting_deadline" (
	"id" text PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"sequence" integer NOT NULL,
	"region" text,
	"on_time_day" text NOT NULL,
	"closes_on" text,
	"reason" text NOT NULL,
	"author" text,
	"authored_as" json NOT NULL,
	"decided_at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reporting_deadline" ADD CONSTRAINT "reporting_deadline_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting_deadline" ADD CONSTRAINT "reporting_deadline_author_account_id_fk" FOREIGN KEY ("author") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reporting_deadline_sequence" ON "reporting_deadline" USING btree ("year","month","sequence");