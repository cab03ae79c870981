package org.tongcheng.reach;
import java.nio.file.Path;
import java.time.*;
import java.util.*;
import org.tongcheng.catalog.*;
import org.tongcheng.network.*;
import org.tongcheng.network.sketch.*;
import org.tongcheng.network.corridor.*;
public class TrialMain {
  static long t0;
  static void lap(String s){ long t=System.nanoTime(); System.out.printf("%-30s %d ms%n", s,(t-t0)/1000000); t0=System.nanoTime(); }
  public static void main(String[] a) throws Exception {
    t0=System.nanoTime();
    var units=CatalogueFiles.units(); var cors=CatalogueFiles.corridors(); lap("read");
    var sketch=Sketch.of(SketchSettings.read(Path.of("data/streets/sketch.yml")), LandUnit.finest(units)); lap("sketch");
    sketch=Sketch.of(SketchSettings.read(Path.of("data/streets/sketch.yml")), LandUnit.finest(units)); lap("sketch again");
    var nets=new LineNetworks(Profiles.readAll(Path.of("data/profiles")), sketch); lap("profiles");
    for (var p: nets.profiles()) { var s=nets.streets(p); lap("streets "+p.id()); System.out.println(s.nodes()+" nodes "+s.arcs()+" arcs"); }
    for (var p: nets.profiles()) for (int y: new int[]{1950,1960,2009,2024,2024}) {
      t0=System.nanoTime();
      var n=nets.join(p,cors,AsOf.built(LocalDate.of(y,12,31)),Changes.NONE); lap(p.id()+" join "+y);
      var t=Search.run(n,List.of(n.foothold(118.09,24.48)),Direction.FROM,Duration.ofHours(1)); lap("search");
      int streetsReached=0; for(int i=0;i<t.reached();i++) if(t.reachedNode(i)<n.streets().nodes()) streetsReached++;
      System.out.printf("%s %d lines %d places %d reached %d street nodes ~ %.0f km2 used %s open %d%n", p.id(), y, n.corridors().size(), n.places().size(), streetsReached, streetsReached*Math.sqrt(3)/2, t.corridorsUsed(t.budgetMillis()), t.openEnds(t.budgetMillis()).length);
    }
    System.gc(); System.out.println("MB used "+(Runtime.getRuntime().totalMemory()-Runtime.getRuntime().freeMemory())/1e6);
  }
}
