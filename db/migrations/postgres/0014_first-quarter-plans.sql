CREATE TABLE "opening_version" (
	"region" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"action" text NOT NULL,
	"reason" text NOT NULL,
	"at" text NOT NULL,
	"actor" text,
	"acted_as" json NOT NULL,
	"plan" json NOT NULL,
	CONSTRAINT "opening_version_region_year_number_pk" PRIMARY KEY("region","year","number")
);
--> statement-breakpoint
ALTER TABLE "opening_version" ADD CONSTRAINT "opening_version_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_version" ADD CONSTRAINT "opening_version_actor_account_id_fk" FOREIGN KEY ("actor") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;