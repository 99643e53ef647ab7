CREATE TABLE "bulletin_receipt" (
	"bulletin" text NOT NULL,
	"region" text NOT NULL,
	"at" text NOT NULL,
	"actor" text,
	"acted_as" json NOT NULL,
	CONSTRAINT "bulletin_receipt_bulletin_region_pk" PRIMARY KEY("bulletin","region")
);
--> statement-breakpoint
CREATE TABLE "bulletin_version" (
	"bulletin" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"action" text NOT NULL,
	"issue_number" text NOT NULL,
	"document_number" text NOT NULL,
	"texts" json NOT NULL,
	"at" text NOT NULL,
	"actor" text,
	"acted_as" json NOT NULL,
	CONSTRAINT "bulletin_version_bulletin_number_pk" PRIMARY KEY("bulletin","number")
);
--> statement-breakpoint
CREATE TABLE "bulletin" (
	"id" text PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"language" text NOT NULL,
	"corrects" text,
	"compared_with" text,
	"frozen_at" text NOT NULL,
	"facts" json NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bulletin_receipt" ADD CONSTRAINT "bulletin_receipt_bulletin_bulletin_id_fk" FOREIGN KEY ("bulletin") REFERENCES "public"."bulletin"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulletin_receipt" ADD CONSTRAINT "bulletin_receipt_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulletin_receipt" ADD CONSTRAINT "bulletin_receipt_actor_account_id_fk" FOREIGN KEY ("actor") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulletin_version" ADD CONSTRAINT "bulletin_version_bulletin_bulletin_id_fk" FOREIGN KEY ("bulletin") REFERENCES "public"."bulletin"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulletin_version" ADD CONSTRAINT "bulletin_version_actor_account_id_fk" FOREIGN KEY ("actor") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulletin_month" ON "bulletin" USING btree ("year","month");