CREATE TABLE "curve_assignment" (
	"indicator" text NOT NULL,
	"number" integer NOT NULL,
	"action" text NOT NULL,
	"withdraws" integer,
	"curve" text NOT NULL,
	"curve_version" integer NOT NULL,
	"effective_year" integer NOT NULL,
	"effective_month" integer NOT NULL,
	"reason" text NOT NULL,
	"author" text,
	"authored_as" json NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "curve_assignment_indicator_number_pk" PRIMARY KEY("indicator","number")
);
--> statement-breakpoint
CREATE TABLE "curve_version" (
	"code" text NOT NULL,
	"number" integer NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"points" json NOT NULL,
	"source" text NOT NULL,
	"source_en" text NOT NULL,
	"reason" text NOT NULL,
	"author" text,
	"authored_as" json NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "curve_version_code_number_pk" PRIMARY KEY("code","number")
);
--> statement-breakpoint
CREATE TABLE "node_plan_version" (
	"region" text NOT NULL,
	"year" integer NOT NULL,
	"indicator" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"action" text NOT NULL,
	"points" json NOT NULL,
	"effective_month" integer,
	"reason" text NOT NULL,
	"at" text NOT NULL,
	"actor" text,
	"acted_as" json NOT NULL,
	CONSTRAINT "node_plan_version_region_year_indicator_number_pk" PRIMARY KEY("region","year","indicator","number")
);
--> statement-breakpoint
ALTER TABLE "curve_assignment" ADD CONSTRAINT "curve_assignment_indicator_indicator_code_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "curve_assignment" ADD CONSTRAINT "curve_assignment_author_account_id_fk" FOREIGN KEY ("author") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "curve_version" ADD CONSTRAINT "curve_version_author_account_id_fk" FOREIGN KEY ("author") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "node_plan_version" ADD CONSTRAINT "node_plan_version_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "node_plan_version" ADD CONSTRAINT "node_plan_version_indicator_indicator_code_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "node_plan_version" ADD CONSTRAINT "node_plan_version_actor_account_id_fk" FOREIGN KEY ("actor") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;