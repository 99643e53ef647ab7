CREATE TABLE "indicator_version" (
	"code" text NOT NULL,
	"number" integer NOT NULL,
	"action" text NOT NULL,
	"before" json,
	"content" json NOT NULL,
	"retired_from" text,
	"reason" text NOT NULL,
	"author" text,
	"authored_as" json NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "indicator_version_code_number_pk" PRIMARY KEY("code","number")
);
--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "required_from" text;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "retired_from" text;--> statement-breakpoint
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_author_account_id_fk" FOREIGN KEY ("author") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;