CREATE TABLE "figure_comment" (
	"id" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"indicator" text NOT NULL,
	"sequence" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"author" text,
	"authored_as" json NOT NULL,
	"at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "submission_version" ADD COLUMN "revoked_by" text;--> statement-breakpoint
ALTER TABLE "submission_version" ADD COLUMN "revoked_as" json;--> statement-breakpoint
ALTER TABLE "submission_version" ADD COLUMN "revoked_at" text;--> statement-breakpoint
ALTER TABLE "submission_version" ADD COLUMN "revoke_reason" text;--> statement-breakpoint
ALTER TABLE "submission_version" ADD COLUMN "package_month" integer;--> statement-breakpoint
ALTER TABLE "submission_version" ADD COLUMN "package_number" integer;--> statement-breakpoint
ALTER TABLE "figure_comment" ADD CONSTRAINT "figure_comment_indicator_indicator_code_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_comment" ADD CONSTRAINT "figure_comment_author_account_id_fk" FOREIGN KEY ("author") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_comment" ADD CONSTRAINT "figure_comment_submission" FOREIGN KEY ("region","year","month") REFERENCES "public"."submission"("region","year","month") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "figure_comment_sequence" ON "figure_comment" USING btree ("region","year","month","indicator","sequence");--> statement-breakpoint
ALTER TABLE "submission_version" ADD CONSTRAINT "submission_version_revoked_by_account_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;