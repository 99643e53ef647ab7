CREATE TABLE "back_plan_version" (
	"region" text NOT NULL,
	"year" integer NOT NULL,
	"indicator" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"action" text NOT NULL,
	"reason" text NOT NULL,
	"at" text NOT NULL,
	"actor" text,
	"acted_as" json NOT NULL,
	"plan" json NOT NULL,
	CONSTRAINT "back_plan_version_region_year_indicator_number_pk" PRIMARY KEY("region","year","indicator","number")
);
--> statement-breakpoint
ALTER TABLE "back_plan_version" ADD CONSTRAINT "back_plan_version_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "back_plan_version" ADD CONSTRAINT "back_plan_version_indicator_indicator_code_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "back_plan_version" ADD CONSTRAINT "back_plan_version_actor_account_id_fk" FOREIGN KEY ("actor") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;