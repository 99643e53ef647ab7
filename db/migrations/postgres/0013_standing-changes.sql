CREATE TABLE "standing_change" (
	"number" integer PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"year" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "standing_change" ADD CONSTRAINT "standing_change_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;