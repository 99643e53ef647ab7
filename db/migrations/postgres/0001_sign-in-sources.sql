CREATE TABLE "known_source" (
	"person" text NOT NULL,
	"source" text NOT NULL,
	"last_signed_in_at" text NOT NULL,
	CONSTRAINT "known_source_person_source_pk" PRIMARY KEY("person","source")
);
--> statement-breakpoint
CREATE TABLE "sign_in_failure" (
	"person" text NOT NULL,
	"source" text NOT NULL,
	"failures" integer NOT NULL,
	"since" text,
	"locks" integer NOT NULL,
	"locked_until" text,
	"last_failed_at" text NOT NULL,
	CONSTRAINT "sign_in_failure_person_source_pk" PRIMARY KEY("person","source")
);
--> statement-breakpoint
ALTER TABLE "known_source" ADD CONSTRAINT "known_source_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_failure" ADD CONSTRAINT "sign_in_failure_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" DROP COLUMN "failed_sign_ins";--> statement-breakpoint
ALTER TABLE "person" DROP COLUMN "first_failed_at";--> statement-breakpoint
ALTER TABLE "person" DROP COLUMN "locked_until";