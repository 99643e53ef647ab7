CREATE TABLE "known_source" (
	"account" text NOT NULL,
	"source" text NOT NULL,
	"last_signed_in_at" text NOT NULL,
	CONSTRAINT "known_source_account_source_pk" PRIMARY KEY("account","source")
);
--> statement-breakpoint
CREATE TABLE "sign_in_failure" (
	"account" text NOT NULL,
	"source" text NOT NULL,
	"failures" integer NOT NULL,
	"since" text,
	"locks" integer NOT NULL,
	"locked_until" text,
	"last_failed_at" text NOT NULL,
	CONSTRAINT "sign_in_failure_account_source_pk" PRIMARY KEY("account","source")
);
--> statement-breakpoint
ALTER TABLE "known_source" ADD CONSTRAINT "known_source_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_failure" ADD CONSTRAINT "sign_in_failure_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" DROP COLUMN "failed_sign_ins";--> statement-breakpoint
ALTER TABLE "account" DROP COLUMN "first_failed_at";--> statement-breakpoint
ALTER TABLE "account" DROP COLUMN "locked_until";