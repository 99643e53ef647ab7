CREATE TABLE "project_version" (
	"project" text NOT NULL,
	"number" integer NOT NULL,
	"action" text NOT NULL,
	"reason" text NOT NULL,
	"at" text NOT NULL,
	"actor" text,
	"acted_as" json NOT NULL,
	"name" text NOT NULL,
	"county" text NOT NULL,
	"address" text NOT NULL,
	"owner" text NOT NULL,
	"permit" text,
	"unit" text NOT NULL,
	"building_type" text NOT NULL,
	"structure" text NOT NULL,
	"total_area" bigint NOT NULL,
	"above_ground_area" bigint,
	"prefabricated_area" bigint,
	"decorated_area" bigint,
	"assembly_rate" integer,
	"standard" text,
	"assembled_decoration" boolean,
	"green_stars" integer,
	"bim" boolean,
	"land_planned" text,
	"land_actual" text,
	"permit_planned" text,
	"permit_actual" text,
	"start_planned" text,
	"start_actual" text,
	"completion_planned" text,
	"completion_actual" text,
	"recognition" text NOT NULL,
	"recognised_on" text,
	"remarks" text NOT NULL,
	CONSTRAINT "project_version_project_number_pk" PRIMARY KEY("project","number")
);
--> statement-breakpoint
CREATE TABLE "project" (
	"id" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"version" integer NOT NULL,
	"key" text,
	"origin" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "project" text;--> statement-breakpoint
ALTER TABLE "project_version" ADD CONSTRAINT "project_version_project_project_id_fk" FOREIGN KEY ("project") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_version" ADD CONSTRAINT "project_version_actor_account_id_fk" FOREIGN KEY ("actor") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "project_key" ON "project" USING btree ("key");--> statement-breakpoint
CREATE INDEX "project_region" ON "project" USING btree ("region");--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_project_project_id_fk" FOREIGN KEY ("project") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_project" ON "attachment" USING btree ("project");